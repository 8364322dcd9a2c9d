namespace CustomLabels.Annotations.Manifests;

/// <summary>A rule of the service for manifests.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Code">AWS's code; null where it has none.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Loss">What the service leaves out where it is broken.</param>
/// <param name="Action">What to do about it.</param>
internal sealed record RuleDescription(ManifestRule Rule, string? Code, ManifestSeverity Severity, RuleLoss Loss, string Action);
