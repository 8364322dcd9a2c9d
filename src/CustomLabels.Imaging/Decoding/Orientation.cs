using System;
using System.Runtime.InteropServices;
using CustomLabels.Images;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Turns and mirrors pictures as viewers do.</summary>
internal static class Orientation
{
    private const int BlockSide = 32;

    /// <summary>A picture as it is displayed.</summary>
    /// <param name="stored">Its pixels as the file has them; disposed where another bitmap is given back.</param>
    /// <param name="header">The file's header. A PNG isn't turned.</param>
    public static SKBitmap Apply(SKBitmap stored, ImageHeader header)
    {
        if (header.Format != ImageFormat.Jpeg || header.ExifOrientation is not { } orientation || orientation == 1) return stored;
        // Of four bytes a pixel, one row right after the other.
        var (w, h) = (stored.Width, stored.Height);
        var turned = new SKBitmap(stored.Info.WithSize(header.IsTurnedByQuarter ? h : w, header.IsTurnedByQuarter ? w : h));
        // Where in what is displayed the first stored pixel goes, and how far from it the next of its row and the one below; CIPA DC-008, Orientation.
        var (first, right, down) = orientation switch
        {
            2 => (w - 1, -1, w),
            3 => ((w * h) - 1, -1, -w),
            4 => ((h - 1) * w, 1, -w),
            5 => (0, h, 1),
            6 => (h - 1, h, -1),
            7 => ((w * h) - 1, -h, -1),
            _ => ((w - 1) * h, -h, 1),
        };
        var from = MemoryMarshal.Cast<byte, uint>(stored.GetPixelSpan());
        var to = MemoryMarshal.Cast<byte, uint>(turned.GetPixelSpan());
        // Block by block, so that rows which become columns stay in the processor's cache.
        for (var top = 0; top < h; top += BlockSide)
        {
            for (var left = 0; left < w; left += BlockSide)
            {
                var end = Math.Min(left + BlockSide, w);
                for (var y = top; y < Math.Min(top + BlockSide, h); y++)
                {
                    for (int x = left, at = first + (left * right) + (y * down); x < end; x++, at += right) to[at] = from[(y * w) + x];
                }
            }
        }

        stored.Dispose();
        return turned;
    }
}
