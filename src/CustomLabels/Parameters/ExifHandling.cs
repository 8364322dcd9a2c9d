namespace CustomLabels;

/// <summary>What pixel boxes refer to. AWS does not document it for DetectCustomLabels; for DetectLabels it documents Apply.</summary>
public enum ExifHandling
{
    /// <summary>The image as its EXIF orientation displays it.</summary>
    Apply,

    /// <summary>The image as it is stored.</summary>
    Ignore,
}
