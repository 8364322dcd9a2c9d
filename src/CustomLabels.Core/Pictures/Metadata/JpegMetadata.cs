using System;
using System.Collections.Generic;
using System.IO;
using CustomLabels.Images;

namespace CustomLabels.Pictures.Metadata;

/// <summary>What a JPEG says besides its pixels, in its segments APP1: CIPA DC-008, 4.7.2; XMP Specification Part 3, 1.1.3.</summary>
internal static class JpegMetadata
{
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;

    // A segment's length is of two bytes, and counts them.
    private const int MaxContent = ushort.MaxValue - 2;
    private static readonly byte[] ExifHead = [.. "Exif\0\0"u8];
    private static readonly byte[] XmpHead = [.. "http://ns.adobe.com/xap/1.0/\0"u8];

    public static PictureMetadata Read(Stream source)
    {
        byte[]? exif = null;
        byte[]? xmp = null;
        foreach (var content in Segments(source))
        {
            if (content.AsSpan().StartsWith(ExifHead)) exif ??= content.AsSpan(ExifHead.Length).ToArray();
            else if (content.AsSpan().StartsWith(XmpHead)) xmp ??= content.AsSpan(XmpHead.Length).ToArray();
        }

        return new PictureMetadata { Exif = exif, Xmp = xmp };
    }

    public static byte[] Add(byte[] copy, byte[]? exif, byte[]? xmp)
    {
        // Behind SOI, and behind JFIF's segment, which wants to be the first.
        var start = copy[2] == 0xFF && copy[3] == App0 ? 4 + ((copy[4] << 8) | copy[5]) : 2;
        return [.. copy.AsSpan(0, start).ToArray(), .. Segment(ExifHead, exif), .. Segment(XmpHead, xmp), .. copy.AsSpan(start).ToArray()];
    }

    private static byte[] Segment(byte[] head, byte[]? content)
    {
        // What doesn't fit, such as that of a PNG, is left out.
        if (content is null || head.Length + content.Length > MaxContent) return [];
        var length = head.Length + content.Length + 2;
        return [0xFF, App1, (byte)(length >> 8), (byte)length, .. head, .. content];
    }

    // Those of APP1, up to the frame or to what can't be a segment.
    private static IEnumerable<byte[]> Segments(Stream source)
    {
        source.Position = 2;
        var reader = new ForwardReader(source);
        while (reader.TryRead(4) && reader.ByteAt(0) == 0xFF)
        {
            var (marker, length) = (reader.ByteAt(1), reader.UInt16At(2) - 2);
            // SOF, SOS and EOI; among the numbers of frames is DHT.
            if (marker is (>= 0xC0 and <= 0xCF and not 0xC4) or 0xDA or 0xD9 || length < 0) yield break;
            if (marker != App1)
            {
                if (!reader.TrySkip(length)) yield break;
                continue;
            }

            var content = new byte[length];
            for (var have = 0; have < length;)
            {
                var step = Math.Min(ForwardReader.MaxRead, length - have);
                if (!reader.TryRead(step)) yield break;
                for (var i = 0; i < step; i++) content[have++] = reader.ByteAt(i);
            }

            yield return content;
        }
    }
}
