using System;
using System.IO;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Imaging.Fitting;

/// <summary>Strips of a picture, from its top to its bottom: to encode them tells its bytes at a tenth of the time.</summary>
internal sealed class PictureSample : IDisposable
{
    // Of a JPEG's blocks, of which two sizes are; the same for PNG.
    private const int StripHeight = 16;
    private const int MostStrips = 20;

    private readonly SKBitmap _strips;
    private readonly double _times;

    private PictureSample(SKBitmap strips, double times)
    {
        _strips = strips;
        _times = times;
    }

    /// <summary>Takes the strips.</summary>
    /// <param name="picture">The picture, of four bytes a pixel.</param>
    public static PictureSample Of(SKBitmap picture)
    {
        var blocks = Math.Max(1, picture.Height / StripHeight);
        var count = Math.Min(blocks, MostStrips);
        var height = Math.Min(StripHeight, picture.Height);
        var strips = new SKBitmap(picture.Info.WithSize(picture.Width, count * height));
        var from = picture.GetPixelSpan();
        var to = strips.GetPixelSpan();
        for (var i = 0; i < count; i++)
        {
            // Each in the middle of its part of the picture.
            var block = (int)((i + 0.5) * blocks / count);
            for (var row = 0; row < height; row++)
                from.Slice(((block * height) + row) * picture.RowBytes, strips.RowBytes).CopyTo(to.Slice(((i * height) + row) * strips.RowBytes));
        }

        return new PictureSample(strips, (double)picture.Height / strips.Height);
    }

    /// <summary>About how many bytes the picture has.</summary>
    /// <param name="format">As what.</param>
    /// <param name="quality">Of a JPEG.</param>
    public double Estimate(ImageFormat format, int quality)
    {
        using var file = new MemoryStream();
        PictureEncoder.Encode(_strips, format, quality, file);
        return file.Length * _times;
    }

    /// <inheritdoc/>
    public void Dispose() => _strips.Dispose();
}
