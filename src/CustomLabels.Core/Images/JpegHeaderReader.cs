using System;

namespace CustomLabels.Images;

/// <summary>Reads a JPEG from behind its SOI marker to its frame header (SOF): that for the size, the first EXIF segment for the orientation.</summary>
internal static class JpegHeaderReader
{
    private const byte App1 = 0xE1;
    private const byte Soi = 0xD8;
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
            if (!TryFindMarker(reader, out var marker, out var isStray))
            {
                // Something else lies where a segment would be, up to the end: this is not the beginning of an image.
                return isStray ? WithoutFrame(orientation) : Truncated(orientation);
            }

            if (marker is Eoi or Sos) return WithoutFrame(orientation);
            // What follows is another image, such as a thumbnail whose segment has a wrong length: its size would be a false one.
            if (marker == Soi) return Header(orientation) with { Defect = "that begins again before its frame" };
            if (IsStandalone(marker)) continue;

            var start = reader.Position;
            if (!reader.TryRead(2)) return Truncated(orientation);
            var length = reader.UInt16At(0);
            if (IsFrame(marker)) return length < FrameHead ? WithoutFrame(orientation) : ReadFrame(reader, orientation);

            // A length that doesn't count itself is passed over with it, as if it were 2.
            var end = Math.Max(start + length, reader.Position);
            if (marker == App1 && !exifSeen && !TryReadExif(reader, end, ref exifSeen, ref orientation)) return Truncated(orientation);
            if (!reader.TrySkipTo(end)) return Truncated(orientation);
        }
    }

    /// <summary>
    /// Goes on to the next marker, as libjpeg does (jdmarker.c, <c>next_marker</c>). Cameras and programs leave stray bytes between segments, zeros among them, or
    /// give a segment's length one or two short.
    /// </summary>
    /// <param name="reader">Where a marker should be.</param>
    /// <param name="marker">The marker.</param>
    /// <param name="isStray">Whether bytes were passed that belong to no marker.</param>
    /// <returns>False when the content ended first.</returns>
    private static bool TryFindMarker(ForwardReader reader, out byte marker, out bool isStray)
    {
        isStray = false;
        marker = 0;
        while (reader.TryRead(1))
        {
            if (reader.ByteAt(0) != 0xFF)
            {
                isStray = true;
                continue;
            }

            do
            {
                if (!reader.TryRead(1)) return false;
            }
            while (reader.ByteAt(0) == 0xFF);

            // FF 00 is how data writes the byte FF.
            marker = reader.ByteAt(0);
            if (marker != 0) return true;
            isStray = true;
        }

        return false;
    }

    private static ImageHeader ReadFrame(ForwardReader reader, int? orientation)
    {
        if (!reader.TryRead(FrameHead - 2)) return Truncated(orientation);
        var (height, width) = (reader.UInt16At(1), reader.UInt16At(3));
        if (width == 0) return Header(orientation) with { Defect = "of zero width" };
        // A height of 0 is legal: a DNL segment tells it after the first scan.
        return Header(orientation) with { Width = width, Height = height == 0 ? null : height };
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

    /// <summary>TEM and RST0 to RST7 have no length and no content.</summary>
    private static bool IsStandalone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    private static ImageHeader Truncated(int? orientation) => Header(orientation) with { IsTruncated = true };

    private static ImageHeader WithoutFrame(int? orientation) => Header(orientation) with { Defect = "without a frame" };

    private static ImageHeader Header(int? orientation) => new(ImageFormat.Jpeg, Width: null, Height: null, orientation, IsTruncated: false);
}
