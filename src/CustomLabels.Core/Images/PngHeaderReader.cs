namespace CustomLabels.Images;

/// <summary>Reads a PNG from behind its signature to its first IDAT chunk: IHDR for the size, eXIf for the orientation.</summary>
internal static class PngHeaderReader
{
    // A chunk: length, type, data, CRC. The CRC is for who decodes.
    private const int ChunkHead = 8;
    private const int Crc = 4;
    private const uint IhdrLength = 13;

    public static ImageHeader Read(ForwardReader reader)
    {
        if (!reader.TryRead(ChunkHead)) return Header(isTruncated: true);
        if (IsChunk(reader, "CgBI")) return ImageHeader.Unknown;
        if (reader.UInt32At(0) != IhdrLength || !IsChunk(reader, "IHDR")) return Header() with { Defect = "whose first chunk is not IHDR" };
        if (!reader.TryRead((int)IhdrLength)) return Header(isTruncated: true);
        var (width, height) = (reader.UInt32At(0), reader.UInt32At(4));
        if (width == 0 || height == 0) return Header() with { Defect = "of zero width or height" };
        if (width > int.MaxValue || height > int.MaxValue) return Header() with { Defect = "of an impossible size" };

        var (w, h) = ((int)width, (int)height);
        if (!HasPossiblePixels(reader)) return Header(w, h) with { Defect = "of an impossible pixel format" };
        if (!reader.TrySkip(Crc)) return Header(w, h, isTruncated: true);
        int? orientation = null;
        for (var exifSeen = false; ;)
        {
            if (!reader.TryRead(ChunkHead)) return Header(w, h, orientation, isTruncated: true);
            if (IsChunk(reader, "IDAT")) return Header(w, h, orientation);
            if (IsChunk(reader, "IEND")) return Header(w, h, orientation) with { Defect = "without pixels" };
            if (!IsAnyChunk(reader)) return Header(w, h, orientation) with { Defect = "with something else where a chunk should be" };

            var end = reader.Position + reader.UInt32At(0) + Crc;
            if (!exifSeen && IsChunk(reader, "eXIf"))
            {
                exifSeen = true;
                if (!ExifReader.TryReadOrientation(reader, end - Crc, out orientation)) return Header(w, h, isTruncated: true);
            }

            if (!reader.TrySkipTo(end)) return Header(w, h, orientation, isTruncated: true);
        }
    }

    /// <summary>Whether IHDR's bit depth, colour type and methods are among those that the standard has (11.2.1, table 11.1).</summary>
    private static bool HasPossiblePixels(ForwardReader reader)
    {
        const byte BitDepth = 8, ColourType = 9, Compression = 10, Filter = 11, Interlace = 12;
        var isDepth = reader.ByteAt(ColourType) switch
        {
            0 => reader.ByteAt(BitDepth) is 1 or 2 or 4 or 8 or 16,
            3 => reader.ByteAt(BitDepth) is 1 or 2 or 4 or 8,
            2 or 4 or 6 => reader.ByteAt(BitDepth) is 8 or 16,
            _ => false,
        };
        return isDepth && reader.ByteAt(Compression) == 0 && reader.ByteAt(Filter) == 0 && reader.ByteAt(Interlace) is 0 or 1;
    }

    private static bool IsChunk(ForwardReader reader, string type) => reader.HasText(type, index: 4);

    /// <summary>Whether the type is four letters. If not, no chunk begins here, and none can be found after it.</summary>
    private static bool IsAnyChunk(ForwardReader reader)
    {
        for (var i = 4; i < ChunkHead; i++)
        {
            if ((char)reader.ByteAt(i) is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))) return false;
        }

        return true;
    }

    private static ImageHeader Header(int? width = null, int? height = null, int? orientation = null, bool isTruncated = false) =>
        new(ImageFormat.Png, width, height, orientation, isTruncated);
}
