using System;
using System.IO;
using CustomLabels.Images;
using SkiaSharp;

namespace CustomLabels.Imaging.Encoding;

/// <summary>Encodes PNG and JPEG.</summary>
internal static class PictureEncoder
{
    /// <summary>Writes a picture's bytes.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="format">PNG or JPEG. A JPEG has no transparency: what is transparent is white in it.</param>
    /// <param name="quality">Of a JPEG: 1 to 100.</param>
    /// <param name="output">Where to.</param>
    public static void Encode(SKBitmap picture, ImageFormat format, int quality, Stream output)
    {
        using var pixmap = picture.PeekPixels();
        var isWritten = format == ImageFormat.Png
            ? pixmap.Encode(output, new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1))
            : pixmap.Encode(output, new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.BlendOnBlack));
        if (!isWritten) throw new IOException("The picture couldn't be written.");
    }
}
