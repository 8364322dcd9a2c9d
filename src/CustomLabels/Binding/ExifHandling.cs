namespace CustomLabels;

/// <summary>What pixel boxes of a JPEG refer to; those of a PNG always refer to the image as it is stored.</summary>
/// <remarks>AWS does not document it for DetectCustomLabels. For DetectLabels it documents Apply for JPEG, and that a PNG is not corrected.</remarks>
public enum ExifHandling
{
    /// <summary>The image as its EXIF orientation displays it.</summary>
    Apply,

    /// <summary>The image as it is stored.</summary>
    Ignore,
}
