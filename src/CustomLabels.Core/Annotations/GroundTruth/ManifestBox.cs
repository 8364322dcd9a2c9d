namespace CustomLabels.Annotations.GroundTruth;

/// <summary>A box as a manifest has it: pixels of the displayed image, and not checked against its edges.</summary>
internal sealed record ManifestBox(double Left, double Top, double Width, double Height);
