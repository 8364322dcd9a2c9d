using System.Runtime.InteropServices;
using SkiaSharp;

namespace CustomLabels.Imaging.Encoding;

/// <summary>Looks for what is transparent.</summary>
internal static class Transparency
{
    private const uint Opaque = 0xFF000000;

    /// <summary>Whether any pixel of a picture is not wholly opaque; many a PNG has the channel and doesn't use it.</summary>
    /// <param name="picture">The picture, Rgba8888.</param>
    public static bool IsIn(SKBitmap picture)
    {
        var width = picture.Width;
        for (var row = 0; row < picture.Height; row++)
        {
            var all = Opaque;
            foreach (var pixel in MemoryMarshal.Cast<byte, uint>(picture.GetPixelSpan().Slice(row * picture.RowBytes, width * 4))) all &= pixel;
            if (all != Opaque) return true;
        }

        return false;
    }
}
