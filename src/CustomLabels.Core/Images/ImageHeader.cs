namespace CustomLabels.Images;

/// <summary>What an image says of itself before its pixels.</summary>
/// <param name="Format">By content, never by name.</param>
/// <param name="Width">Stored width in pixels; null where the header doesn't say.</param>
/// <param name="Height">Stored height in pixels; null where the header doesn't say.</param>
/// <param name="ExifOrientation">1 to 8; null where there is none or an impossible one.</param>
/// <param name="IsTruncated">The content ended before the header did.</param>
public sealed record ImageHeader(ImageFormat Format, int? Width, int? Height, int? ExifOrientation, bool IsTruncated)
{
    /// <summary>Neither PNG nor JPEG.</summary>
    public static readonly ImageHeader Unknown = new(ImageFormat.Unknown, Width: null, Height: null, ExifOrientation: null, IsTruncated: false);

    /// <summary>The size as people see the image; a side is null where the header doesn't say it.</summary>
    /// <param name="applyOrientation">Whether the viewer turns the image as its EXIF orientation says.</param>
    public (int? Width, int? Height) DisplayedSize(bool applyOrientation) =>
        applyOrientation && TurnsByQuarter(ExifOrientation) ? (Height, Width) : (Width, Height);

    /// <summary>Whether an orientation turns an image by a quarter, so that the displayed width is the stored height.</summary>
    /// <param name="exifOrientation">1 to 8; null for none.</param>
    internal static bool TurnsByQuarter(int? exifOrientation) => exifOrientation is >= 5 and <= 8;
}
