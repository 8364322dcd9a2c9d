using System;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Service;

namespace CustomLabels.Local.Operations;

/// <summary>Checks an image against the limits that AWS documents for DetectCustomLabels (Custom Labels guide, "Guidelines and quotas").</summary>
internal static class ImageCheck
{
    /// <summary>Checks an image.</summary>
    /// <param name="image">Its content, from the first byte; seekable.</param>
    /// <param name="maxLength">The most bytes.</param>
    /// <exception cref="ServiceException">The image is too large, too small or no image.</exception>
    public static void Check(Stream image, long maxLength)
    {
        if (image.Length > maxLength) throw ServiceErrors.ImageTooLarge();
        var header = ImageHeaderReader.Read(image);
        if (header.Format == ImageFormat.Unknown || header.Width is not { } width || header.Height is not { } height) throw ServiceErrors.ImageFormatInvalid();
        if (Math.Max(width, height) > ImageLimits.MaxPixels) throw ServiceErrors.ImageDimensionsTooLarge(width, height, ImageLimits.MaxPixels);
        var shorter = Math.Min(width, height);
        if (shorter < ImageLimits.MinPixels || Math.Max(width, height) > shorter * ImageLimits.MaxAspectRatio) throw ServiceErrors.ImageDimensionsInvalid();
    }
}
