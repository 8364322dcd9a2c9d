using System;
using System.IO;
using CustomLabels.Imaging.Encoding;
using SkiaSharp;

namespace CustomLabels.Imaging.Fitting;

/// <summary>Pieces of a picture, from everywhere on it: to encode them tells its bytes at a tenth of the time.</summary>
internal sealed class PictureSample : IDisposable
{
    private const int BytesOfPixel = 4;

    // Of a JPEG's blocks there are some of 16 pixels.
    private const int StripHeight = 16;
    private const int MostStrips = 20;
    private const int PieceWidth = 128;

    // A strip is made of pieces of so many rows of blocks around its own: a row alone may be one of sky.
    private const int Spread = 8;
    private const int Stride = 5;

    private readonly SKBitmap _strips;
    private readonly double _times;

    private PictureSample(SKBitmap strips, double times)
    {
        _strips = strips;
        _times = times;
    }

    /// <summary>Takes the pieces.</summary>
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
            for (int left = 0, piece = 0; left < picture.Width; left += PieceWidth, piece++)
            {
                var block = (int)((i + ((((piece * Stride) % Spread) + 0.5) / Spread)) * blocks / count);
                var length = Math.Min(PieceWidth, picture.Width - left) * BytesOfPixel;
                for (var row = 0; row < height; row++)
                    from.Slice((((block * height) + row) * picture.RowBytes) + (left * BytesOfPixel), length).CopyTo(to.Slice((((i * height) + row) * strips.RowBytes) + (left * BytesOfPixel)));
            }
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
