using System.IO;
using CustomLabels.Images;
using SkiaSharp;

namespace CustomLabels.Imaging.Encoding;

/// <summary>Encodes PNG and JPEG, with nothing in them but the pixels and the profile of sRGB.</summary>
internal static class PictureEncoder
{
    /// <summary>Writes a picture's bytes.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="format">PNG or JPEG. A JPEG has no transparency: what is transparent is white in it.</param>
    /// <param name="quality">Of a JPEG: 1 to 100.</param>
    /// <param name="output">Where to: memory, because an exception of its own would go through a native library, and end the process.</param>
    /// <exception cref="IOException">The picture can't be encoded: a JPEG has at most 65,535 pixels a side.</exception>
    public static void Encode(SKBitmap picture, ImageFormat format, int quality, MemoryStream output)
    {
        if (!(format == ImageFormat.Png ? EncodePng(picture, output) : EncodeJpeg(picture, quality, output)))
            throw new IOException($"The picture of {picture.Width} x {picture.Height} pixels can't be encoded.");
    }

    // The next level takes five times as long, and the file gets a twelfth smaller.
    private static bool EncodePng(SKBitmap picture, Stream output)
    {
        using var pixmap = picture.PeekPixels();
        return pixmap.Encode(output, new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1));
    }

    private static bool EncodeJpeg(SKBitmap picture, int quality, Stream output)
    {
        var options = new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);
        if (!Transparency.IsIn(picture))
        {
            using var pixmap = picture.PeekPixels();
            return pixmap.Encode(output, options);
        }

        using var opaque = new SKBitmap(picture.Info);
        using (var canvas = new SKCanvas(opaque))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        }

        using var flat = opaque.PeekPixels();
        return flat.Encode(output, options);
    }
}
