namespace CustomLabels.Images;

/// <summary>Reads a JPEG from behind its SOI marker to its frame header (SOF): that for the size, the first EXIF segment for the orientation.</summary>
internal static class JpegHeaderReader
{
    private const byte App1 = 0xE1;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;

    // A frame header: length (2), sample precision (1), height (2), width (2), number of components (1).
    private const int FrameHead = 8;

    public static ImageHeader Read(ForwardReader reader)
    {
        int? orientation = null;
        var exifSeen = false;
        while (true)
        {
            if (!TryReadMarker(reader, out var marker)) return Header(orientation, isTruncated: true);
            if (marker is null or Eoi or Sos) return Header(orientation);
            if (IsStandalone(marker.Value)) continue;

            var start = reader.Position;
            if (!reader.TryRead(2)) return Header(orientation, isTruncated: true);
            var length = reader.UInt16At(0);
            if (length < (IsFrame(marker.Value) ? FrameHead : 2)) return Header(orientation);
            if (IsFrame(marker.Value)) return ReadFrame(reader, orientation);

            if (marker == App1 && !exifSeen)
            {
                if (!TryReadExif(reader, start + length, ref exifSeen, ref orientation)) return Header(orientation, isTruncated: true);
            }

            if (!reader.TrySkipTo(start + length)) return Header(orientation, isTruncated: true);
        }
    }

    /// <summary>Reads a marker and the fill bytes before it; null where there is none.</summary>
    private static bool TryReadMarker(ForwardReader reader, out byte? marker)
    {
        marker = null;
        if (!reader.TryRead(1)) return false;
        if (reader.ByteAt(0) != 0xFF) return true;
        do
        {
            if (!reader.TryRead(1)) return false;
        }
        while (reader.ByteAt(0) == 0xFF);

        marker = reader.ByteAt(0) == 0 ? null : reader.ByteAt(0);
        return true;
    }

    private static ImageHeader ReadFrame(ForwardReader reader, int? orientation)
    {
        if (!reader.TryRead(FrameHead - 2)) return Header(orientation, isTruncated: true);
        var (height, width) = (reader.UInt16At(1), reader.UInt16At(3));
        if (width == 0) return Header(orientation);
        // A height of 0 is legal: a DNL segment tells it after the first scan.
        return new ImageHeader(ImageFormat.Jpeg, width, height == 0 ? null : height, orientation, IsTruncated: false);
    }

    private static bool TryReadExif(ForwardReader reader, long end, ref bool exifSeen, ref int? orientation)
    {
        // Other data in APP1, such as XMP, has another name.
        const int NameLength = 6;
        if (end - reader.Position < NameLength) return true;
        if (!reader.TryRead(NameLength)) return false;
        if (!reader.HasText("Exif\0")) return true;
        exifSeen = true;
        return ExifReader.TryReadOrientation(reader, end, out orientation);
    }

    /// <summary>SOF0 to SOF15. Among their numbers are DHT (C4), JPG (C8) and DAC (CC), which are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>TEM, RST0 to RST7 and SOI have no length and no content.</summary>
    private static bool IsStandalone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    private static ImageHeader Header(int? orientation, bool isTruncated = false) =>
        new(ImageFormat.Jpeg, Width: null, Height: null, orientation, isTruncated);
}
