using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace CustomLabels.Pictures.Metadata;

/// <summary>What a PNG says besides its pixels: W3C "Portable Network Graphics Specification (Third Edition)", 11.3.</summary>
internal static class PngMetadata
{
    private const int SignatureLength = 8;
    private const int HeadLength = 8;
    private const int CrcLength = 4;

    // Signature and IHDR, which comes first.
    private const int StartLength = SignatureLength + HeadLength + 13 + CrcLength;

    // Keyword, no compression, no language, no translated keyword: XMP Specification Part 3, 1.1.5.
    private static readonly byte[] XmpHead = [.. "XML:com.adobe.xmp\0\0\0\0\0"u8];

    public static PictureMetadata Read(Stream source)
    {
        byte[]? exif = null;
        byte[]? xmp = null;
        var others = new List<PngChunk>();
        var total = 0L;
        foreach (var chunk in Chunks(source))
        {
            if ((total += chunk.Data.Length) > PictureMetadata.MaxBytes) break;
            if (chunk.Type == "eXIf") exif ??= chunk.Data;
            else if (chunk.Type == "iTXt" && chunk.Data.AsSpan().StartsWith(XmpHead)) xmp ??= chunk.Data.AsSpan(XmpHead.Length).ToArray();
            else if (!IsProfile(chunk)) others.Add(chunk);
        }

        return new PictureMetadata { Exif = exif, Xmp = xmp, Chunks = others };
    }

    public static byte[] Add(byte[] copy, byte[]? exif, byte[]? xmp, IEnumerable<PngChunk> others)
    {
        var added = others.ToList();
        if (exif is not null) added.Add(new PngChunk("eXIf", exif));
        if (xmp is not null) added.Add(new PngChunk("iTXt", [.. XmpHead, .. xmp]));
        return [.. copy.AsSpan(0, StartLength).ToArray(), .. added.SelectMany(Bytes), .. copy.AsSpan(StartLength).ToArray()];
    }

    // ImageMagick writes EXIF and other profiles as text.
    private static bool IsProfile(PngChunk chunk) => chunk.Data.AsSpan().StartsWith("Raw profile type"u8);

    // Those that are wanted, before and after the pixels; up to the first that is broken.
    private static IEnumerable<PngChunk> Chunks(Stream source)
    {
        source.Position = SignatureLength;
        var head = new byte[HeadLength];
        while (TryRead(source, head, HeadLength))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = Encoding.ASCII.GetString(head, 4, 4);
            if (length > source.Length - source.Position || type == "IEND") yield break;
            var next = source.Position + length + CrcLength;
            if (type is "eXIf" or "iTXt" or "tEXt" or "zTXt" or "pHYs" && length <= PictureMetadata.MaxBytes)
            {
                var data = new byte[length];
                if (!TryRead(source, data, data.Length)) yield break;
                yield return new PngChunk(type, data);
            }

            source.Position = next;
        }
    }

    private static bool TryRead(Stream source, byte[] buffer, int count)
    {
        for (var have = 0; have < count;)
        {
            var read = source.Read(buffer, have, count - have);
            if (read <= 0) return false;
            have += read;
        }

        return true;
    }

    private static byte[] Bytes(PngChunk chunk)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Data];
        var bytes = new byte[body.Length + HeadLength];
        BinaryPrimitives.WriteInt32BigEndian(bytes, chunk.Data.Length);
        body.CopyTo(bytes, 4);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(bytes.Length - CrcLength), Crc(body));
        return bytes;
    }

    // Annex D.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}
