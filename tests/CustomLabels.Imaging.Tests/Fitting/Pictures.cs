using System;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Imaging.Tests.Fitting;

/// <summary>Pictures that are too large.</summary>
internal static class Pictures
{
    /// <summary>A picture as a camera has it: shapes that change slowly, edges, and noise.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="noise">Levels, up to 255.</param>
    /// <param name="alpha">Of every pixel.</param>
    public static SKBitmap Noisy(int width, int height, int noise, byte alpha = 255)
    {
        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var pixels = picture.GetPixelSpan();
        var random = new byte[8192];
        new Random(1).NextBytes(random);
        for (int y = 0, at = 0, r = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++, at += 4)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var ground = 128 + (int)(60 * Math.Sin((x + (channel * 40)) / 97.0) * Math.Cos(y / 61.0)) + ((((x / 200) + (y / 150)) & 1) * 40);
                    r = ((r * 31) + 7 + y) & 8191;
                    pixels[at + channel] = (byte)Math.Max(0, Math.Min((int)alpha, ground + (((random[r] - 128) * noise) / 128)));
                }

                pixels[at + 3] = alpha;
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
