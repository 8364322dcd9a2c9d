using System;
using CustomLabels.Images;

namespace CustomLabels.Pictures;

/// <summary>How much memory pictures take while they are decoded and scaled.</summary>
internal static class DecodingMemory
{
    private const int PixelBytes = 4;

    /// <summary>The most that pictures may take together in this process: an eighth of what the machine has, 256 MB at least and 2 GB at most.</summary>
#if NET
    public static long Most { get; } = Math.Min(2L << 30, Math.Max(256L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8));
#else
    public static long Most => 512L << 20;
#endif

    /// <summary>What a picture takes at most: its pixels as they are stored, and once more turned or scaled.</summary>
    /// <param name="header">Its header.</param>
    public static long Of(ImageHeader header)
    {
        var (width, height) = (header.Width ?? Oversize.MaxPixels, header.Height ?? Oversize.MaxPixels);
        var (scaledWidth, scaledHeight) = Oversize.Scaled(width, height);
        return PixelBytes * ((long)width * height + (long)scaledWidth * scaledHeight);
    }
}
