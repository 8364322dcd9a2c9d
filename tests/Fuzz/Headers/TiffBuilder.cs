using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Fuzz.Headers;

/// <summary>Builds the TIFF structure of EXIF data by hand: a directory of entries, one of which may be the orientation.</summary>
public static class TiffBuilder
{
    public const ushort ShortType = 3;
    public const ushort LongType = 4;

    /// <summary>EXIF data with an orientation.</summary>
    /// <param name="value">The orientation, also an impossible one.</param>
    /// <param name="bigEndian">MM rather than II.</param>
    /// <param name="directoryAt">The directory's offset; what lies between is filler.</param>
    /// <param name="type">The entry's type.</param>
    /// <param name="count">The entry's count.</param>
    /// <param name="before">Other entries before the orientation.</param>
    /// <param name="tag">The entry's tag.</param>
    public static byte[] Orientation(
        int value, bool bigEndian = false, int directoryAt = 8, ushort type = ShortType, uint count = 1, int before = 0, ushort tag = 0x0112)
    {
        var tiff = new List<byte>(bigEndian ? "MM"u8.ToArray() : "II"u8.ToArray());
        tiff.AddRange(Number(42, 2, bigEndian));
        tiff.AddRange(Number((uint)directoryAt, 4, bigEndian));
        tiff.AddRange(Enumerable.Repeat((byte)0x12, directoryAt - 8));
        tiff.AddRange(Number((uint)before + 2, 2, bigEndian));
        for (var i = 0; i < before; i++) tiff.AddRange(Entry(0x010E, 2, 1, [(byte)'x', 0, 0, 0], bigEndian));
        tiff.AddRange(Entry(tag, type, count, [.. Number((uint)value, 2, bigEndian), 0, 0], bigEndian));
        tiff.AddRange(Entry(0x0213, ShortType, 1, [.. Number(1, 2, bigEndian), 0, 0], bigEndian));
        tiff.AddRange(Number(0, 4, bigEndian));
        return [.. tiff];
    }

    /// <summary>A number's bytes.</summary>
    public static IEnumerable<byte> Number(uint value, int size, bool bigEndian)
    {
        for (var i = 0; i < size; i++) yield return (byte)(value >> (8 * (bigEndian ? size - 1 - i : i)));
    }

    private static IEnumerable<byte> Entry(ushort tag, ushort type, uint count, byte[] value, bool bigEndian) =>
        [.. Number(tag, 2, bigEndian), .. Number(type, 2, bigEndian), .. Number(count, 4, bigEndian), .. value];
}
