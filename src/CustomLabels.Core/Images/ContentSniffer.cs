using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace CustomLabels.Images;

/// <summary>Says what content is that should have been a PNG or JPEG image. For error messages only.</summary>
internal static class ContentSniffer
{
    private const int SampleLength = 64;

    /// <summary>Names the content by its first bytes: <c>a GIF image</c>, <c>text</c>, <c>unknown content (first bytes 00 01 02)</c>.</summary>
    /// <param name="stream">A readable stream at the content's first byte; left open. Throws only what the stream throws.</param>
    /// <returns>Null where there is no content.</returns>
    public static string? Describe(Stream stream)
    {
        var sample = new byte[SampleLength];
        var length = 0;
        for (int read; length < SampleLength && (read = stream.Read(sample, length, SampleLength - length)) > 0;) length += read;
        return length == 0 ? null : Describe(sample.AsSpan(0, length));
    }

    private static string Describe(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("GIF8"u8)) return "a GIF image";
        if (Is(head, "II*\0"u8) || Is(head, "MM\0*"u8) || Is(head, "II+\0"u8) || Is(head, "MM\0+"u8)) return "a TIFF image";
        if (head.StartsWith("RIFF"u8) && Is(head, "WEBP"u8, at: 8)) return "a WebP image";
        if (Is(head, "ftyp"u8, at: 4)) return Brand(head.Slice(8));
        // "BM" alone begins many a text; the header's reserved bytes are zero.
        if (head.StartsWith("BM"u8) && Is(head, "\0\0\0\0"u8, at: 6)) return "a BMP image";
        if (Is(head, "\0\0\u0001\0"u8)) return "an ICO image";
        if (head.StartsWith("%PDF-"u8)) return "a PDF document";
        if (Is(head, "PK\u0003\u0004"u8)) return "a zip archive or an office document";
        return IsText(head) ? "text" : Unknown(head);
    }

    private static string Brand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("avi"u8)) return "an AVIF image";
        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8)) return "a HEIC image";
        return "a video (ISO media)";
    }

    private static bool Is(ReadOnlySpan<byte> head, ReadOnlySpan<byte> magic, int at = 0) => head.Length >= at && head.Slice(at).StartsWith(magic);

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        // UTF-16 with its byte order mark; everything else is UTF-8 without control characters, perhaps cut within its last character.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        var characters = new char[SampleLength];
        try
        {
            var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
            var count = decoder.GetChars(head.ToArray(), 0, head.Length, characters, 0, flush: false);
            return count > 0 && characters.Take(count).All(c => !char.IsControl(c) || c is '\t' or '\r' or '\n');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Unknown(ReadOnlySpan<byte> head)
    {
        var bytes = head.Slice(0, Math.Min(head.Length, 8)).ToArray().Select(b => b.ToString("X2", CultureInfo.InvariantCulture));
        return $"unknown content (first bytes {string.Join(" ", bytes)})";
    }
}
