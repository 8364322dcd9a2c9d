using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace CustomLabels.Images;

/// <summary>Says what content is that should have been a PNG or JPEG image. For error messages only.</summary>
internal static class ContentSniffer
{
    // DICOM, the one that needs the most, has its mark at 128.
    private const int SampleLength = 256;

    /// <summary>Names the content by its first bytes: <c>a GIF image</c>, <c>text</c>, <c>unknown content (first bytes 00 01 02)</c>.</summary>
    /// <param name="stream">A readable stream at the content's first byte; left open. Throws only what the stream throws.</param>
    /// <returns>Null where there is no content.</returns>
    public static string? Describe(Stream stream)
    {
        var sample = new byte[SampleLength];
        var length = 0;
        for (int read; length < SampleLength && (read = stream.Read(sample, length, SampleLength - length)) > 0;) length += read;
        return length == 0 ? null : Describe(sample.AsSpan(0, length).ToArray());
    }

    private static string Describe(byte[] head)
    {
        if (KnownContent.NameOf(head) is { } name) return name;
        if (Is(head, "ftyp"u8, at: 4)) return Brand(head.AsSpan(8));
        // "BM" alone begins many a text; the header's reserved bytes are zero.
        if (Is(head, "BM"u8, at: 0) && Is(head, "\0\0\0\0"u8, at: 6)) return "a BMP image";
        if (TextOf(head) is { } text) return NameOfText(text);
        return head.Length >= 64 && head.All(b => b == 0) ? "nothing but zeros" : Unknown(head);
    }

    private static string Brand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("avi"u8)) return "an AVIF image";
        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8)) return "a HEIC image";
        return brand.StartsWith("crx "u8) ? "a camera's raw image" : "a video (ISO media)";
    }

    private static bool Is(ReadOnlySpan<byte> head, ReadOnlySpan<byte> magic, int at) => head.Length >= at && head.Slice(at).StartsWith(magic);

    private static string NameOfText(string text)
    {
        bool Begins(string start) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith(start, StringComparison.OrdinalIgnoreCase);
        if (Begins("<!DOCTYPE html") || Begins("<html")) return "a web page (HTML)";
        if (text.Contains("<svg")) return "an SVG image";
        if (Begins("<?xml") || Begins("<Error>")) return "XML";
        if (Begins("version https://git-lfs")) return "a pointer of Git LFS, not the file itself";
        // What the first bytes of a JPEG and a PNG are in base64.
        if (Begins("data:image/") || Begins("/9j/") || Begins("iVBORw0KGgo")) return "the base64 text of an image";
        return "text";
    }

    /// <summary>The text: UTF-16 with its byte order mark, or UTF-8 without control characters, perhaps cut within its last character. Null for content that is not text.</summary>
    private static string? TextOf(byte[] head)
    {
        if (Is(head, [0xFF, 0xFE], at: 0)) return Encoding.Unicode.GetString(head);
        if (Is(head, [0xFE, 0xFF], at: 0)) return Encoding.BigEndianUnicode.GetString(head);
        var characters = new char[SampleLength];
        try
        {
            var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
            var count = decoder.GetChars(head, 0, head.Length, characters, 0, flush: false);
            return count > 0 && characters.Take(count).All(c => !char.IsControl(c) || c is '\t' or '\r' or '\n') ? new string(characters, 0, count) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Unknown(byte[] head)
    {
        var bytes = head.Take(8).Select(b => b.ToString("X2", CultureInfo.InvariantCulture));
        return $"unknown content (first bytes {string.Join(" ", bytes)})";
    }
}
