using System;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Makes pictures smaller.</summary>
internal static class Scaling
{
    private const int Eighths = 8;

    /// <summary>The smallest size that a codec decodes to which isn't smaller than wanted. A JPEG's makes eighths of it, for less time and memory than all pixels take;
    /// a PNG's makes all.</summary>
    /// <param name="codec">The codec.</param>
    /// <param name="maxDimension">Most pixels of a side; null for any number.</param>
    public static SKSizeI DecodedSize(SKCodec codec, int? maxDimension)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (maxDimension is not { } most || Math.Max(width, height) <= most) return new SKSizeI(width, height);
        for (var eighths = 1; eighths < Eighths; eighths++)
        {
            var size = codec.GetScaledDimensions((float)eighths / Eighths);
            if (Math.Max(size.Width, size.Height) >= most) return size;
        }

        return new SKSizeI(width, height);
    }

    /// <summary>A picture of which no side is longer than allowed.</summary>
    /// <param name="picture">The picture; disposed where another is given back.</param>
    /// <param name="maxDimension">Most pixels of a side; null for any number.</param>
    public static SKBitmap Fit(SKBitmap picture, int? maxDimension)
    {
        var (width, height) = (picture.Width, picture.Height);
        var longer = Math.Max(width, height);
        if (maxDimension is not { } most || longer <= most) return picture;
        // A filter looks at four pixels a side: at a picture that is over twice as large it would see too few, and fine patterns would turn into coarse ones.
        while (Math.Max(picture.Width, picture.Height) >= 2 * most)
            picture = Resize(picture, new SKSizeI((picture.Width + 1) / 2, (picture.Height + 1) / 2), new SKSamplingOptions(SKFilterMode.Linear));
        return Resize(picture, new SKSizeI(Side(width, most, longer), Side(height, most, longer)), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    private static SKBitmap Resize(SKBitmap picture, SKSizeI size, SKSamplingOptions sampling)
    {
        if (size == picture.Info.Size) return picture;
        var scaled = picture.Resize(size, sampling);
        picture.Dispose();
        return scaled;
    }

    private static int Side(int side, int most, int longer) => Math.Max(1, (int)Math.Round((double)side * most / longer, MidpointRounding.AwayFromZero));
}
