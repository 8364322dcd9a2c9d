using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Fuzz.Headers;

/// <summary>Builds a JPEG's header by hand, segment by segment.</summary>
public sealed class JpegBuilder
{
    private readonly List<byte> _bytes = [0xFF, 0xD8];

    /// <summary>The smallest header that has a size.</summary>
    public static byte[] Plain(ushort width, ushort height) => new JpegBuilder().Jfif().Frame(width, height).Build();

    /// <summary>A header with EXIF data before its size.</summary>
    public static byte[] WithExif(ushort width, ushort height, byte[] tiff) => new JpegBuilder().Exif(tiff).Frame(width, height).Build();

    public JpegBuilder Segment(byte marker, params byte[] content)
    {
        _bytes.AddRange([0xFF, marker, .. TiffBuilder.Number((uint)content.Length + 2, 2, bigEndian: true), .. content]);
        return this;
    }

    public JpegBuilder Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public JpegBuilder Fill(int count) => Raw([.. Enumerable.Repeat((byte)0xFF, count)]);

    public JpegBuilder Jfif() => Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);

    public JpegBuilder Exif(byte[] tiff) => Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);

    public JpegBuilder Xmp() => Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"u8]);

    public JpegBuilder QuantizationTable() => Segment(0xDB, new byte[65]);

    public JpegBuilder HuffmanTable() => Segment(0xC4, new byte[17]);

    /// <summary>The frame header of three components, then the first scan's marker.</summary>
    public JpegBuilder Frame(ushort width, ushort height, byte marker = 0xC0) => Segment(
        marker,
        [8, .. TiffBuilder.Number(height, 2, bigEndian: true), .. TiffBuilder.Number(width, 2, bigEndian: true), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);

    public byte[] Build() => [.. _bytes];
}
