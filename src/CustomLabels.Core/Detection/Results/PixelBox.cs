using System;
using System.Globalization;

namespace CustomLabels;

/// <summary>A bounding box in whole pixels of the displayed image.</summary>
/// <param name="Left">Left edge, 0 to the image's width.</param>
/// <param name="Top">Top edge, 0 to the image's height.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record PixelBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Converts ratios to pixels: each edge is rounded half away from zero, then clamped to the image.</summary>
    /// <param name="box">The service's box.</param>
    /// <param name="imageWidth">Width of the displayed image in pixels.</param>
    /// <param name="imageHeight">Height of the displayed image in pixels.</param>
    internal static PixelBox From(BoundingBox box, int imageWidth, int imageHeight)
    {
        if (box is null) throw new ArgumentNullException(nameof(box));
        var left = Edge(box.Left, imageWidth);
        var top = Edge(box.Top, imageHeight);
        var right = Edge(box.Left + box.Width, imageWidth);
        var bottom = Edge(box.Top + box.Height, imageHeight);
        return new PixelBox(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0},{1} {2}x{3}", Left, Top, Width, Height);

    private static int Edge(double ratio, int length)
    {
        // NaN compares false with everything: it becomes the near edge rather than an overflow.
        var pixels = Math.Round(ratio * length, MidpointRounding.AwayFromZero);
        return pixels >= length ? length : pixels > 0 ? (int)pixels : 0;
    }
}
