using System;
using CustomLabels.Images;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Decoding;

/// <summary>A picture as people see it: turned as its EXIF orientation says, in sRGB, 8 bits a channel.</summary>
/// <param name="Bitmap">The pixels: Rgba8888, premultiplied. Disposed with this.</param>
/// <param name="Header">What the file says of itself; its width and height are those of the file, unscaled and unturned.</param>
/// <param name="IsIncomplete">Whether the file ends before its pixels do; the rest is transparent, or of a JPEG grey.</param>
/// <param name="Place">The memory that the pixels take; left with this.</param>
internal sealed record DecodedPicture(SKBitmap Bitmap, ImageHeader Header, bool IsIncomplete, RoomPlace Place) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Bitmap.Dispose();
        Place.Dispose();
    }
}
