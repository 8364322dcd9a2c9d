using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Fuzz.Headers;

/// <summary>Builds a PNG's header by hand, chunk by chunk.</summary>
public sealed class PngBuilder
{
    private readonly List<byte> _bytes = [0x89, .. "PNG\r\n\u001A\n"u8];

    /// <summary>The smallest header: the size, then the head of the pixels' chunk.</summary>
    public static byte[] Plain(uint width, uint height) => new PngBuilder().Size(width, height).Pixels().Build();

    /// <summary>A header with EXIF data before its pixels.</summary>
    public static byte[] WithExif(uint width, uint height, byte[] tiff) => new PngBuilder().Size(width, height).Chunk("eXIf", tiff).Pixels().Build();

    public PngBuilder Size(uint width, uint height) => Chunk("IHDR", [.. Number(width), .. Number(height), 8, 2, 0, 0, 0]);

    public PngBuilder Chunk(string type, params byte[] data)
    {
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. data];
        _bytes.AddRange([.. Number((uint)data.Length), .. checkedBytes, .. Number(Crc(checkedBytes))]);
        return this;
    }

    public PngBuilder Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Length and type of the first chunk of pixels, where the header is over.</summary>
    public PngBuilder Pixels() => Raw([.. Number(1024), .. "IDAT"u8]);

    public byte[] Build() => [.. _bytes];

    private static IEnumerable<byte> Number(uint value) => TiffBuilder.Number(value, 4, bigEndian: true);

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
