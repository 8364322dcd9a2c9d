using System;
using System.IO;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Images;
using CustomLabels.Local.Errors;

namespace CustomLabels.Local.Operations;

/// <summary>Checks an image against the limits that AWS documents for DetectCustomLabels (Custom Labels guide, "Guidelines and quotas").</summary>
internal static class ImageCheck
{
    /// <summary>Checks an image, as far as its header tells.</summary>
    /// <param name="image">Its content, from the first byte; seekable.</param>
    /// <param name="maxLength">The most bytes.</param>
    /// <exception cref="ServiceException">The image is too large, too small or no image.</exception>
    public static void Check(Stream image, long maxLength)
    {
        if (image.Length > maxLength) throw ServiceFaults.ImageTooLarge();
        var header = ImageHeaderReader.Read(image);

        // A header is read no further than an image that is sent is long: an object in S3 may have more of it.
        var isCutOff = header.IsTruncated && image.Length <= ImageLimits.MaxBytes;
        if (header.Format == ImageFormat.Unknown || header.Defect is not null || isCutOff) throw ServiceFaults.ImageFormatInvalid();

        // A side that the header doesn't say is no reason to refuse the image: the service decodes it, and may learn it later.
        var (width, height) = (header.Width, header.Height);
        if (width > ImageLimits.MaxPixels || height > ImageLimits.MaxPixels) throw ServiceFaults.ImageDimensionsTooLarge(width ?? 0, height ?? 0, ImageLimits.MaxPixels);
        var isTooLong = width > height * ImageLimits.MaxAspectRatio || height > width * ImageLimits.MaxAspectRatio;
        if (width < ImageLimits.MinPixels || height < ImageLimits.MinPixels || isTooLong) throw ServiceFaults.ImageDimensionsInvalid();
    }
}
