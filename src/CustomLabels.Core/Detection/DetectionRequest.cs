using CustomLabels.Arns;
using CustomLabels.Detection.Journal;
using CustomLabels.Images;

namespace CustomLabels.Detection;

/// <summary>One image to ask a model version about.</summary>
/// <param name="Image">The image.</param>
/// <param name="ProjectVersionArn">The model version.</param>
public sealed record DetectionRequest(ImageSource Image, ProjectVersionArn ProjectVersionArn)
{
    /// <summary>0 to 100; null leaves it to the model's assumed thresholds.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>0 and up; null asks for all labels.</summary>
    public int? MaxResults { get; init; }

    /// <summary>What is left out of the answer; null where nothing is.</summary>
    internal LabelFilter? Filter { get; init; }

    /// <summary>The caller's own object; comes back on the result.</summary>
    public object? Tag { get; init; }

    /// <summary>What a journal keeps of <see cref="Tag"/>: null, a string, a bool, a long, a double, a decimal, or a list of names with such values.</summary>
    internal object? JournalTag { get; init; }

    /// <summary>Makes the image's hash while it is sent; null where nobody wants it.</summary>
    internal ImageDigest? Digest { get; init; }

    /// <summary>A result with everything that is known before the service is asked.</summary>
    internal DetectionResult Unanswered() => DetectionResults.Of(Image) with
    {
        ProjectVersionArn = ProjectVersionArn.Text,
        MinConfidence = MinConfidence,
        MaxResults = MaxResults,
        Tag = Tag,
    };
}
