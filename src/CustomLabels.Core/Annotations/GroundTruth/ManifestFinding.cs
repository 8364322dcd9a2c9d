namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Something that is wrong in a line of a manifest.</summary>
/// <param name="Defect">What, in AWS's words.</param>
/// <param name="Found">What was found, what is allowed, what to do.</param>
internal sealed record ManifestFinding(ManifestDefect Defect, string Found);
