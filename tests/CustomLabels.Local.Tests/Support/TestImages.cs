using System;
using System.IO;
using System.Linq;
using System.Text;

namespace CustomLabels.Local.Tests.Support;

/// <summary>Images with true headers and checksums; their pixels are made up.</summary>
internal static class TestImages
{
    /// <summary>A PNG of a size; the seed makes it another of the same length.</summary>
    public static byte[] Png(int width, int height, int length = 200, byte seed = 0)
    {
        using var png = new MemoryStream();
        png.Write(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 }, 0, 8);
        WriteChunk(png, "IHDR", BigEndian(width).Concat(BigEndian(height)).Concat(new byte[] { 8, 2, 0, 0, 0 }).ToArray());
        WriteChunk(png, "IDAT", Enumerable.Repeat(seed, length - 69 + 12).ToArray());
        WriteChunk(png, "IEND", Array.Empty<byte>());
        return png.ToArray();
    }

    /// <summary>A JPEG of a size.</summary>
    public static byte[] Jpeg(int width, int height) => new byte[]
    {
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
        0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3F, 0, 0x55, 0xFF, 0xD9,
    };

    private static void WriteChunk(Stream png, string type, byte[] data)
    {
        var typed = Encoding.ASCII.GetBytes(type).Concat(data).ToArray();
        foreach (var part in new[] { BigEndian(data.Length), typed, BigEndian((int)Crc(typed)) }) png.Write(part, 0, part.Length);
    }

    private static byte[] BigEndian(int value) => new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value };

    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
        }

        return ~crc;
    }
}
