using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Imaging.Tests;

/// <summary>Pictures that are too large.</summary>
internal static class NoisyPictures
{
    /// <summary>A picture as a camera has it: shapes that change slowly, edges, and noise.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="noise">Levels, up to 255.</param>
    public static SKBitmap Noisy(int width, int height, int noise)
    {
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var pixels = picture.GetPixelSpan();
        var random = new byte[8192];
        new Random(1).NextBytes(random);
        // As shapes: sines of the columns, three channels beside one another, and of the rows.
        var columns = Enumerable.Range(0, 3 * width).Select(i => (float)(60 * Math.Sin(((i / 3) + (i % 3 * 40)) / 97.0))).ToArray();
        for (int y = 0, at = 0, r = 0; y < height; y++)
        {
            var row = (float)Math.Cos(y / 61.0);
            for (var x = 0; x < width; x++, at += 4)
            {
                var square = 128 + ((((x / 200) + (y / 150)) & 1) * 40);
                for (var channel = 0; channel < 3; channel++)
                {
                    r = ((r * 31) + 7 + y) & 8191;
                    pixels[at + channel] = (byte)Math.Max(0, Math.Min(255, square + (int)(columns[(3 * x) + channel] * row) + ((random[r] - 128) * noise / 128)));
                }

                pixels[at + 3] = 255;
            }
        }

        return picture;
    }

    /// <summary>The file of a picture.</summary>
    public static BytesImage File(SKBitmap picture, ImageFormat format, int quality = 98)
    {
        using var file = new MemoryStream();
        PictureEncoder.Encode(picture, format, quality, file);
        return new BytesImage(file.ToArray(), "a");
    }
}
