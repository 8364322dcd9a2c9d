using System.Globalization;

namespace CustomLabels;

/// <summary>An axis-aligned box, as ratios of the displayed image's width and height.</summary>
/// <remarks>The service may return values below 0 or above 1 at an edge of the image.</remarks>
/// <param name="Left">Left edge as a ratio of the image's width.</param>
/// <param name="Top">Top edge as a ratio of the image's height.</param>
/// <param name="Width">Width as a ratio of the image's width.</param>
/// <param name="Height">Height as a ratio of the image's height.</param>
public sealed record BoundingBox(double Left, double Top, double Width, double Height)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "left {0:0.###}, top {1:0.###}, width {2:0.###}, height {3:0.###}", Left, Top, Width, Height);
}
