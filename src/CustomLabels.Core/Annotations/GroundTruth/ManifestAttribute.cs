using System.Collections.Generic;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>A label attribute of a manifest's line: one label of the whole image, or boxes.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Labels">What it says; what of it could not be read is a finding, and not here.</param>
internal sealed record ManifestAttribute(string Name, IReadOnlyList<ManifestLabel> Labels)
{
    /// <summary>The size of the image that boxes are pixels of; null for a label of the whole image.</summary>
    public (double Width, double Height)? ImageSize { get; init; }
}
