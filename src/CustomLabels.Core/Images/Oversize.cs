using System;

namespace CustomLabels.Images;

/// <summary>Which pictures are too large for the service, and which of those can be made to fit.</summary>
internal static class Oversize
{
    /// <summary>Most bytes: the guide's "4 MB" at its smallest reading.</summary>
    public const int MaxBytes = ImageLimits.DocumentedBytesAtLeast;

    /// <summary>Most pixels a side.</summary>
    public const int MaxPixels = ImageLimits.MaxPixels;

    /// <summary>Whether a picture is larger than documented, in bytes or in pixels. What isn't known doesn't count.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static bool Is(long? length, int? width, int? height) => length > MaxBytes || width > MaxPixels || height > MaxPixels;

    /// <summary>Whether shrinking a picture that is too large brings it within every documented limit.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="length">Its bytes; null for more than could be sent.</param>
    public static bool CanShrink(ImageHeader header, long? length)
    {
        if (header.Format == ImageFormat.Unknown || header.IsTruncated || header.Defect is not null) return false;
        if (!Is(length ?? long.MaxValue, header.Width, header.Height) || header is not { Width: { } width, Height: { } height }) return false;
        return !IsTooNarrow(width, height) && Math.Max(width, height) <= (long)ImageLimits.MaxAspectRatio * Math.Min(width, height);
    }

    /// <summary>Whether a picture's shorter side falls below the fewest pixels that are allowed when its longer one is scaled to the most.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static bool IsTooNarrow(int width, int height)
    {
        var scaled = Scaled(width, height);
        return Math.Min(scaled.Width, scaled.Height) < ImageLimits.MinPixels;
    }

    /// <summary>A picture's size once its longer side is scaled to the most that is allowed, where it is longer.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static (int Width, int Height) Scaled(int width, int height)
    {
        var longer = Math.Max(width, height);
        if (longer <= MaxPixels) return (width, height);
        int Side(int side) => Math.Max(1, (int)Math.Round((double)side * MaxPixels / longer, MidpointRounding.AwayFromZero));
        return (Side(width), Side(height));
    }
}
