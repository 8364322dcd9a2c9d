using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>Reads what PNG and JPEG images say of themselves before their pixels. Decodes nothing.</summary>
/// <remarks>
/// Reads forward, no further than the header (at most <see cref="ImageLimits.MaxBytes"/> bytes of any content), skips by seeking where the stream can,
/// and holds a few bytes at a time. PNG: W3C "Portable Network Graphics Specification (Third Edition)"; JPEG: ITU-T T.81 annex B; EXIF: CIPA DC-008.
/// </remarks>
internal static class ImageHeaderReader
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8];

    /// <summary>Reads a header. Throws only what the stream throws.</summary>
    /// <param name="stream">A readable stream at the image's first byte; left open, and wherever reading ended.</param>
    /// <returns>
    /// <see cref="ImageHeader.Unknown"/> for what is neither PNG nor JPEG; no width and height for a header that can't be true (a PNG without IHDR, a
    /// JPEG whose segments don't follow each other). What ends within a signature counts as truncated of that format.
    /// </returns>
    public static ImageHeader Read(Stream stream)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        var reader = new ForwardReader(stream);
        if (!reader.TryRead(1)) return ImageHeader.Unknown;
        if (reader.ByteAt(0) == PngSignature[0]) return ReadAs(ImageFormat.Png, PngSignature, reader);
        if (reader.ByteAt(0) == JpegSignature[0]) return ReadAs(ImageFormat.Jpeg, JpegSignature, reader);
        return ImageHeader.Unknown;
    }

    private static ImageHeader ReadAs(ImageFormat format, ReadOnlySpan<byte> signature, ForwardReader reader)
    {
        for (var i = 1; i < signature.Length; i++)
        {
            if (!reader.TryRead(1)) return new ImageHeader(format, Width: null, Height: null, ExifOrientation: null, IsTruncated: true);
            if (reader.ByteAt(0) != signature[i]) return ImageHeader.Unknown;
        }

        return format == ImageFormat.Png ? PngHeaderReader.Read(reader) : JpegHeaderReader.Read(reader);
    }
}
