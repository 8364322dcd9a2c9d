using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace CustomLabels.Imaging.Tests.Decoding;

/// <summary>Builds a PNG chunk by chunk: W3C "Portable Network Graphics Specification (Third Edition)".</summary>
internal sealed class TestPng
{
    private readonly List<byte> _bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public TestPng(uint width, uint height, byte bitDepth, byte colourType, byte interlace = 0) =>
        Chunk("IHDR", [.. Number(width), .. Number(height), bitDepth, colourType, 0, 0, interlace]);

    public TestPng Chunk(string type, params byte[] data)
    {
        byte[] checkedBytes = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        _bytes.AddRange([.. Number((uint)data.Length), .. checkedBytes, .. Number(Crc(checkedBytes))]);
        return this;
    }

    /// <summary>The pixels' chunk, then the end.</summary>
    /// <param name="rows">Each row with its filter's byte before it.</param>
    public byte[] WithRows(params byte[] rows)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionMode.Compress, leaveOpen: true)) deflate.Write(rows, 0, rows.Length);
        Chunk("IDAT", [0x78, 0x9C, .. compressed.ToArray(), .. Number(Adler(rows))]);
        Chunk("IEND");
        return [.. _bytes];
    }

    private static byte[] Number(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Adler(byte[] bytes)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in bytes)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}
