using System;
using System.Runtime.InteropServices;

namespace CustomLabels.Pictures;

/// <summary>A part of a picture, in its pixels from the top left corner.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Top">The top edge.</param>
/// <param name="Right">The right edge, outside.</param>
/// <param name="Bottom">The bottom edge, outside.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PictureRectangle(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;

    public float Height => Bottom - Top;

    /// <summary>A box in a picture, to the nearest pixel, and at least one pixel of it.</summary>
    /// <param name="box">The box.</param>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">The picture's height.</param>
    public static PictureRectangle Of(BoundingBox box, int width, int height)
    {
        var pixels = PixelBox.From(box, width, height);
        var left = Math.Min(pixels.Left, width - 1);
        var top = Math.Min(pixels.Top, height - 1);
        return new(left, top, Math.Max(left + 1, pixels.Left + pixels.Width), Math.Max(top + 1, pixels.Top + pixels.Height));
    }

    /// <summary>Every pixel that a box touches, and at least one.</summary>
    public static PictureRectangle Around(BoundingBox box, int width, int height)
    {
        var left = Math.Min(Floor(box.Left * width, width), width - 1);
        var top = Math.Min(Floor(box.Top * height, height), height - 1);
        return new(left, top, Math.Max(left + 1, Ceiling((box.Left + box.Width) * width, width)), Math.Max(top + 1, Ceiling((box.Top + box.Height) * height, height)));
    }

    /// <summary>The pixels that lie wholly within a box; empty where there are none.</summary>
    public static PictureRectangle Within(BoundingBox box, int width, int height)
    {
        var (left, top) = (Ceiling(box.Left * width, width), Ceiling(box.Top * height, height));
        return new(left, top, Math.Max(left, Floor((box.Left + box.Width) * width, width)), Math.Max(top, Floor((box.Top + box.Height) * height, height)));
    }

    /// <summary>A box and what is around it, to the nearest pixel, as far as the picture goes.</summary>
    /// <param name="box">The box.</param>
    /// <param name="padding">How much is added on each side, as a part of the box's own width and height.</param>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">The picture's height.</param>
    public static PictureRectangle Padded(BoundingBox box, double padding, int width, int height) => Of(
        new BoundingBox(box.Left - (padding * box.Width), box.Top - (padding * box.Height), box.Width * (1 + (2 * padding)), box.Height * (1 + (2 * padding))),
        width,
        height);

    /// <summary>Whether two have a pixel in common.</summary>
    public bool Meets(PictureRectangle other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    // A ratio of a whole pixel is rarely exact in binary: what is this near to one is meant to be it.
    private const double Noise = 1e-6;

    private static float Floor(double pixels, int length) => (float)Math.Max(0, Math.Min(length, Math.Floor(pixels + Noise)));

    private static float Ceiling(double pixels, int length) => (float)Math.Max(0, Math.Min(length, Math.Ceiling(pixels - Noise)));
}
