using System;
using System.Collections.Generic;
using System.IO;
using CustomLabels.Images;

namespace CustomLabels.Pictures.Metadata;

/// <summary>What a picture's file says besides its pixels, and a copy of it may go on saying: EXIF, XMP, and of a PNG its texts and its pixels a meter.</summary>
/// <remarks>
/// Left out is what would be wrong of a copy: the profile of colours (a copy is in sRGB), previews of any kind, and what lies behind the image. So are Photoshop's
/// resources, and the second part of an XMP that is too long for one segment.
/// </remarks>
internal sealed class PictureMetadata
{
    // Far more than cameras and editors write; a hostile file may have any amount.
    internal const int MaxBytes = 4 << 20;

    /// <summary>EXIF data from its TIFF head on; null where there is none.</summary>
    public byte[]? Exif { get; init; }

    /// <summary>An XMP packet, in UTF-8; null where there is none.</summary>
    public byte[]? Xmp { get; init; }

    /// <summary>Other chunks of a PNG, which only a PNG can hold.</summary>
    public IReadOnlyList<PngChunk> Chunks { get; init; } = [];

    /// <summary>Reads it from a file. Throws only what the stream throws.</summary>
    /// <param name="source">A readable stream that can seek, at the image's first byte; left open, and wherever reading ended.</param>
    /// <param name="format">What it is, PNG or JPEG.</param>
    public static PictureMetadata Read(Stream source, ImageFormat format) => format == ImageFormat.Png ? PngMetadata.Read(source) : JpegMetadata.Read(source);

    /// <summary>Puts it into a copy that has none: with the orientation that a copy of the displayed picture has, and with its size. What can't be true is left out.</summary>
    /// <param name="copy">The copy's file, as <c>PictureEncoder</c> writes it.</param>
    /// <param name="format">What it is, PNG or JPEG.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public byte[] AddTo(byte[] copy, ImageFormat format, int width, int height)
    {
        if (copy is null) throw new ArgumentNullException(nameof(copy));
        var exif = Exif is null ? null : ExifEditor.OfCopy(Exif, width, height);
        var xmp = Xmp is null ? null : XmpEditor.OfCopy(Xmp);
        return format == ImageFormat.Png ? PngMetadata.Add(copy, exif, xmp, Chunks) : JpegMetadata.Add(copy, exif, xmp);
    }
}
