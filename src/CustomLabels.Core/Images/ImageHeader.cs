namespace CustomLabels.Images;

/// <summary>What an image says of itself before its pixels.</summary>
/// <param name="Format">By content, never by name.</param>
/// <param name="Width">Stored width in pixels; null where the header doesn't say.</param>
/// <param name="Height">Stored height in pixels; null where the header doesn't say.</param>
/// <param name="ExifOrientation">1 to 8; null where there is none or an impossible one.</param>
/// <param name="IsTruncated">The content ended before the header did.</param>
internal sealed record ImageHeader(ImageFormat Format, int? Width, int? Height, int? ExifOrientation, bool IsTruncated)
{
    /// <summary>Neither PNG nor JPEG.</summary>
    public static readonly ImageHeader Unknown = new(ImageFormat.Unknown, Width: null, Height: null, ExifOrientation: null, IsTruncated: false);

    /// <summary>Why no decoder opens the image, as words that follow its format's name: <c>without a frame</c>. Null where nothing in the header forbids it.</summary>
    public string? Defect { get; init; }

    /// <summary>Whether a viewer that honours the EXIF orientation turns the image by a quarter, so that its displayed width is its stored height.</summary>
    /// <remarks>
    /// Only a JPEG is turned. AWS documents nothing for DetectCustomLabels. For its sister operations it documents that a JPEG is corrected by its EXIF
    /// orientation and that a PNG is not (botocore model rekognition/2016-06-27, <c>OrientationCorrection</c>).
    /// </remarks>
    public bool IsTurnedByQuarter => TurnsByQuarter(Format, ExifOrientation);

    /// <summary>The size as people see the image; a side is null where the header doesn't say it.</summary>
    /// <param name="applyOrientation">Whether the viewer turns a JPEG as its EXIF orientation says.</param>
    public (int? Width, int? Height) DisplayedSize(bool applyOrientation) => applyOrientation && IsTurnedByQuarter ? (Height, Width) : (Width, Height);

    /// <summary><see cref="IsTurnedByQuarter"/> of an image of which no more is known.</summary>
    internal static bool TurnsByQuarter(ImageFormat format, int? exifOrientation) => format == ImageFormat.Jpeg && exifOrientation is >= 5 and <= 8;
}
