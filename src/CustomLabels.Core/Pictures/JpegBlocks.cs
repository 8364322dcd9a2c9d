using System;
using System.IO;

namespace CustomLabels.Pictures;

/// <summary>The blocks that a JPEG is made of: a pixel leaves traces in all of its block, so what is next to a hidden pixel tells of it.</summary>
/// <param name="Width">Of a block as displayed, in pixels.</param>
/// <param name="Height">Of a block as displayed, in pixels.</param>
/// <param name="FromRight">Whether they are laid from the right edge of the displayed picture.</param>
/// <param name="FromBottom">Whether they are laid from its bottom edge.</param>
internal readonly record struct JpegBlocks(int Width, int Height, bool FromRight, bool FromBottom)
{
    // Colours that are stored at half size are blended with those of the next block when they are read (libjpeg, "fancy upsampling").
    private const int Blend = 2;

    // ITU-T T.81, B.1.1.3: the frame headers of all processes, without DHT, JPG and DAC.
    private const int FirstFrame = 0xC0;
    private const int LastFrame = 0xCF;

    /// <summary>The blocks of a JPEG; the largest that there can be where its frame can't be found.</summary>
    /// <param name="content">The file, from its first byte.</param>
    /// <param name="orientation">Its EXIF orientation; null for upright.</param>
    public static JpegBlocks Of(Stream content, int? orientation)
    {
        var (width, height) = Sampling(content) is var (h, v) && h is >= 1 and <= 4 && v is >= 1 and <= 4 ? (8 * h, 8 * v) : (32, 32);
        var isTurned = orientation is >= 5 and <= 8;
        // Where the stored first pixel is displayed: CIPA DC-008, Orientation.
        return new(isTurned ? height : width, isTurned ? width : height, orientation is 2 or 3 or 6 or 7, orientation is 3 or 4 or 7 or 8);
    }

    /// <summary>A rectangle with all blocks that it touches, and what these are blended with.</summary>
    public PictureRectangle Around(PictureRectangle part, int pictureWidth, int pictureHeight)
    {
        var (left, right) = Around(part.Left, part.Right, Width, FromRight, pictureWidth);
        var (top, bottom) = Around(part.Top, part.Bottom, Height, FromBottom, pictureHeight);
        return new(left, top, right, bottom);
    }

    private static (float From, float To) Around(float from, float to, int block, bool isReversed, int length)
    {
        if (isReversed)
        {
            var (start, end) = Around(length - to, length - from, block, isReversed: false, length);
            return (length - end, length - start);
        }

        var first = ((float)Math.Floor(from / block) * block) - Blend;
        var last = ((float)Math.Ceiling(to / block) * block) + Blend;
        return (Math.Max(0, first), Math.Min(length, last));
    }

    private static (int Horizontal, int Vertical)? Sampling(Stream content)
    {
        if (content.ReadByte() != 0xFF || content.ReadByte() != 0xD8) return null;
        while (true)
        {
            var marker = content.ReadByte();
            if (marker != 0xFF) return null;
            while (marker == 0xFF) marker = content.ReadByte();
            var length = (content.ReadByte() << 8) | content.ReadByte();
            if (marker < 0 || length < 2) return null;
            if (marker is >= FirstFrame and <= LastFrame and not (0xC4 or 0xC8 or 0xCC)) return Frame(content);
            content.Position += length - 2;
        }
    }

    private static (int Horizontal, int Vertical)? Frame(Stream content)
    {
        var head = new byte[6];
        if (content.Read(head, 0, head.Length) < head.Length) return null;
        var (horizontal, vertical) = (1, 1);
        for (var i = 0; i < head[5]; i++)
        {
            var component = new byte[3];
            if (content.Read(component, 0, component.Length) < component.Length) return null;
            horizontal = Math.Max(horizontal, component[1] >> 4);
            vertical = Math.Max(vertical, component[1] & 15);
        }

        return (horizontal, vertical);
    }
}
