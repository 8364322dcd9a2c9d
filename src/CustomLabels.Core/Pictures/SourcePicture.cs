using System.Collections.Generic;

namespace CustomLabels.Pictures;

/// <summary>A picture that was given, with all that is said of it.</summary>
/// <param name="name">What people call it.</param>
/// <param name="literalPath">Its file; null where it is none.</param>
/// <param name="isInS3">Whether it is an object in S3.</param>
internal sealed class SourcePicture(string name, string? literalPath, bool isInS3)
{
    /// <summary>What people call it.</summary>
    public string Name { get; } = name;

    /// <summary>Its file; null where it is none.</summary>
    public string? LiteralPath { get; } = literalPath;

    /// <summary>Whether it is an object in S3.</summary>
    public bool IsInS3 { get; } = isInS3;

    /// <summary>Its labels, in the order in which they came.</summary>
    public List<PictureMark> Marks { get; } = [];

    /// <summary>Whether a detection of it failed: nobody knows then what else is on it.</summary>
    public bool HasFailed { get; set; }
}
