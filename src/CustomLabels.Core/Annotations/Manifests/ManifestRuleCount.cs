using System.Globalization;

namespace CustomLabels;

/// <summary>How often a manifest breaks one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Code">AWS's code for it; null where AWS has none.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Count">How often it is broken, in both manifests.</param>
/// <param name="Shown">How many of these are among the findings: the first 20 of each manifest.</param>
public sealed record ManifestRuleCount(ManifestRule Rule, string? Code, ManifestSeverity Severity, long Count, int Shown)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Count, Rule);
}
