using System;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Makes pictures smaller.</summary>
internal static class Scaling
{
    /// <summary>A picture of which no side is longer than allowed.</summary>
    /// <param name="picture">The picture; disposed where another is given back.</param>
    /// <param name="maxDimension">Most pixels of a side; null for any number.</param>
    public static SKBitmap Fit(SKBitmap picture, int? maxDimension)
    {
        var longer = Math.Max(picture.Width, picture.Height);
        if (maxDimension is not { } most || longer <= most) return picture;
        var size = new SKSizeI(Side(picture.Width, most, longer), Side(picture.Height, most, longer));
        var scaled = picture.Resize(size, new SKSamplingOptions(SKCubicResampler.Mitchell));
        picture.Dispose();
        return scaled;
    }

    private static int Side(int side, int most, int longer) => Math.Max(1, (int)Math.Round((double)side * most / longer, MidpointRounding.AwayFromZero));
}
