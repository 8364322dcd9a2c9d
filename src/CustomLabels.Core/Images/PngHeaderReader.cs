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
        if (reader.UInt32At(0) != IhdrLength || !IsChunk(reader, "IHDR")) return Header();
        if (!reader.TryRead((int)IhdrLength)) return Header(isTruncated: true);
        var (width, height) = (reader.UInt32At(0), reader.UInt32At(4));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) return Header();

        var (w, h) = ((int)width, (int)height);
        if (!reader.TrySkip(Crc)) return Header(w, h, isTruncated: true);
        int? orientation = null;
        for (var exifSeen = false; ;)
        {
            if (!reader.TryRead(ChunkHead)) return Header(w, h, orientation, isTruncated: true);
            if (IsChunk(reader, "IDAT") || IsChunk(reader, "IEND") || !IsAnyChunk(reader)) return Header(w, h, orientation);

            var end = reader.Position + reader.UInt32At(0) + Crc;
            if (!exifSeen && IsChunk(reader, "eXIf"))
            {
                exifSeen = true;
                if (!ExifReader.TryReadOrientation(reader, end - Crc, out orientation)) return Header(w, h, isTruncated: true);
            }

            if (!reader.TrySkipTo(end)) return Header(w, h, orientation, isTruncated: true);
        }
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
