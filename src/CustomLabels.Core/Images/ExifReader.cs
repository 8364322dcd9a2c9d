using System;

namespace CustomLabels.Images;

/// <summary>Finds the orientation in EXIF data, which is a TIFF structure: a head, and a directory (IFD) of entries at an offset.</summary>
internal static class ExifReader
{
    private const int HeadLength = 8;
    private const int EntryLength = 12;
    private const ushort TiffNumber = 42;
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>Reads IFD0 from here to the orientation or to the end of the data, wherever the structure stops making sense.</summary>
    /// <param name="reader">At the TIFF head.</param>
    /// <param name="end">Where the data ends by what the image says.</param>
    /// <param name="orientation">1 to 8; null where there is none or an impossible one.</param>
    /// <returns>False when the content ended first.</returns>
    public static bool TryReadOrientation(ForwardReader reader, long end, out int? orientation)
    {
        orientation = null;
        var start = reader.Position;
        if (end - start < HeadLength) return true;
        if (!reader.TryRead(HeadLength)) return false;
        var bigEndian = reader.HasText("MM");
        if (!bigEndian && !reader.HasText("II")) return true;
        if (reader.UInt16At(2, bigEndian) != TiffNumber) return true;

        var directory = start + reader.UInt32At(4, bigEndian);
        if (directory < reader.Position || directory + 2 > end) return true;
        if (!reader.TrySkipTo(directory) || !reader.TryRead(2)) return false;

        var entries = Math.Min(reader.UInt16At(0, bigEndian), (end - reader.Position) / EntryLength);
        for (var i = 0; i < entries; i++)
        {
            if (!reader.TryRead(EntryLength)) return false;
            if (reader.UInt16At(0, bigEndian) != OrientationTag) continue;
            // An entry: tag, type, count, and the value itself where it takes up to four bytes.
            var isShort = reader.UInt16At(2, bigEndian) == ShortType && reader.UInt32At(4, bigEndian) == 1;
            orientation = isShort && reader.UInt16At(8, bigEndian) is >= 1 and <= 8 ? reader.UInt16At(8, bigEndian) : null;
            return true;
        }

        return true;
    }
}
