using CustomLabels.Images;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Turns and mirrors pictures as viewers do.</summary>
internal static class Orientation
{
    /// <summary>A picture as it is displayed.</summary>
    /// <param name="stored">Its pixels as the file has them; disposed where another bitmap is given back.</param>
    /// <param name="header">The file's header. A PNG isn't turned.</param>
    public static SKBitmap Apply(SKBitmap stored, ImageHeader header)
    {
        if (header.Format != ImageFormat.Jpeg || header.ExifOrientation is not { } orientation || orientation == 1) return stored;
        var (w, h) = (stored.Width, stored.Height);
        var turned = new SKBitmap(stored.Info.WithSize(header.IsTurnedByQuarter ? h : w, header.IsTurnedByQuarter ? w : h));
        // Where a stored pixel's column and row go; CIPA DC-008, Orientation.
        var matrix = orientation switch
        {
            2 => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            3 => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            4 => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            5 => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            6 => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            7 => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        };
        using (var canvas = new SKCanvas(turned))
        {
            canvas.SetMatrix(matrix);
            canvas.DrawBitmap(stored, 0, 0, SKSamplingOptions.Default);
        }

        stored.Dispose();
        return turned;
    }
}
