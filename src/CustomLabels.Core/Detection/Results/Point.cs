using System.Globalization;

namespace CustomLabels;

/// <summary>A point of a polygon, as ratios of the image's width and height.</summary>
/// <param name="X">Ratio of the image's width; may be below 0 or above 1 at an edge.</param>
/// <param name="Y">Ratio of the image's height; may be below 0 or above 1 at an edge.</param>
public sealed record Point(double X, double Y)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0.###},{1:0.###}", X, Y);
}
