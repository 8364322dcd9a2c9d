namespace CustomLabels.Annotations.GroundTruth;

/// <summary>A label as a manifest has it.</summary>
/// <param name="Name">The label's name, 1 to 256 characters.</param>
/// <param name="Box">Where it is; null for a label of the whole image.</param>
/// <param name="Confidence">How sure that is, 0 to 100; null where the line doesn't say, which is a finding too.</param>
internal sealed record ManifestLabel(string Name, ManifestBox? Box, double? Confidence);
