using System.Globalization;

namespace CustomLabels;

/// <summary>How often a label is in a manifest, counted in lines that would be used.</summary>
/// <param name="Name">The label.</param>
/// <param name="ImageCount">Images with it in the training manifest.</param>
/// <param name="BoxCount">Boxes with it in the training manifest.</param>
/// <param name="TestingImageCount">Images with it in the testing manifest; 0 without one.</param>
/// <param name="TestingBoxCount">Boxes with it in the testing manifest; 0 without one.</param>
public sealed record ManifestLabelCount(string Name, long ImageCount, long BoxCount, long TestingImageCount, long TestingBoxCount)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Name, ImageCount + TestingImageCount);
}
