namespace CustomLabels;

/// <summary>What an image is by its content.</summary>
public enum ImageFormat
{
    /// <summary>Neither PNG nor JPEG.</summary>
    Unknown,

    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG, whatever its container (JFIF, EXIF).</summary>
    Jpeg,
}
