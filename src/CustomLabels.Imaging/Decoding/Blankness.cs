using System.Runtime.InteropServices;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>Tells a picture of which nothing was decoded.</summary>
internal static class Blankness
{
    /// <summary>Whether all pixels are the same as the first one, which is what a decoder leaves of rows that it never came to.</summary>
    /// <param name="pixels">The picture: 4 bytes a pixel.</param>
    public static bool IsBlank(SKBitmap pixels)
    {
        var values = MemoryMarshal.Cast<byte, int>(pixels.GetPixelSpan());
        var first = values[0];
        foreach (var value in values)
        {
            if (value != first) return false;
        }

        return true;
    }
}
