using System.Collections.Generic;

namespace CustomLabels.Evaluation.Joining;

/// <summary>What a model found on one picture.</summary>
/// <param name="Name">The picture's name, with slashes.</param>
/// <param name="LiteralPath">Full path of the picture; null for what has none.</param>
/// <param name="Bucket">S3 bucket; null for files.</param>
/// <param name="Key">S3 key; null for files.</param>
/// <param name="Labels">What was found.</param>
internal sealed record Answer(string Name, string? LiteralPath, string? Bucket, string? Key, IReadOnlyList<LabelAnnotation> Labels)
{
    /// <summary>Whether the name has its folders, and is not the last part only.</summary>
    public bool IsNameWhole { get; init; }

    /// <summary>Width and height of the displayed picture in pixels; null where nobody knows.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>The lowest confidence that can be in it, 0 to 100; null where the model's own thresholds applied.</summary>
    public double? LeastConfidence { get; init; } = 0;

    /// <summary>Whether labels were cut off after so many, or filtered by thresholds.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether there is no answer, but an error.</summary>
    public bool IsFailed { get; init; }

    /// <summary>What pictures are put together by; null for nothing.</summary>
    public string? Group { get; init; }
}
