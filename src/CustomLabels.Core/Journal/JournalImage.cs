using System;
using System.Text;
using CustomLabels.Detection;
using CustomLabels.Images;
using CustomLabels.Wire;

namespace CustomLabels.Journal;

/// <summary>A finished image as a line keeps it.</summary>
internal sealed record JournalImage
{
    private static readonly byte[] NoLabels = Encoding.ASCII.GetBytes("null");

    public JournalSource Source { get; set; } = new(LiteralPath: null, Bucket: null, Key: null, VersionId: null, ETag: null, Name: null);

    /// <summary>SHA-256 of the image's bytes in hexadecimal; null where they were not all read.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The image's bytes; null where they are unknown.</summary>
    public long? Length { get; set; }

    /// <summary>When the file was last written; null for other sources and where it could not be opened.</summary>
    public DateTime? LastWriteTimeUtc { get; set; }

    public string ProjectVersionArn { get; set; } = "";

    public double? MinConfidence { get; set; }

    public int? MaxResults { get; set; }

    /// <summary>What is kept of the caller's object: see <see cref="JournalTag"/>.</summary>
    public object? Tag { get; set; }

    /// <summary>The answer's CustomLabels as the service wrote them, or <c>null</c> where it wrote none; empty for a failure.</summary>
    public ReadOnlyMemory<byte> Labels { get; set; }

    /// <summary>Why it failed; null when it succeeded.</summary>
    public DetectionError? Error { get; set; }

    /// <summary>The image's format; null for S3 objects, and in lines of before it was kept.</summary>
    public ImageFormat? ImageFormat { get; set; }

    public int? ImageWidth { get; set; }

    public int? ImageHeight { get; set; }

    public int? ExifOrientation { get; set; }

    /// <summary>Whether width and height are the image's as it is stored, and not as its EXIF orientation displays it.</summary>
    public bool IgnoresOrientation { get; set; }

    public string? RequestId { get; set; }

    public int Attempts { get; set; }

    public TimeSpan Duration { get; set; }

    public DateTime Timestamp { get; set; }

    /// <summary>The source and the request: the same of every line about the same thing.</summary>
    public JournalKey Key => JournalKey.Of(Source, Sha256, ProjectVersionArn, MinConfidence, MaxResults);

    /// <summary>What is to be kept of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="tag">What is kept of its tag.</param>
    public static JournalImage Of(DetectionResult result, object? tag) => new()
    {
        Source = JournalSource.Of(result),
        ProjectVersionArn = result.ProjectVersionArn,
        MinConfidence = result.MinConfidence,
        MaxResults = result.MaxResults,
        Tag = tag,
        Labels = result.Error is null ? AnsweredLabels.In(result.CustomLabels.Answer) ?? NoLabels : default,
        Error = result.Error,
        ImageFormat = result.ImageFormat,
        ImageWidth = result.ImageWidth,
        ImageHeight = result.ImageHeight,
        ExifOrientation = result.ExifOrientation,
        RequestId = result.RequestId,
        Attempts = result.Attempts,
        Duration = result.Duration,
        Timestamp = result.Timestamp,
    };

    /// <summary>The result by itself.</summary>
    /// <param name="tag">The tag, as its reader wants it.</param>
    /// <exception cref="FormatException">The labels are not what the service answers.</exception>
    public DetectionResult ToResult(object? tag) => Complete(new DetectionResult
    {
        Image = Source.Image,
        LiteralPath = Source.LiteralPath,
        Bucket = Source.Bucket,
        Key = Source.Key,
        VersionId = Source.VersionId,
        ETag = Source.ETag,
        ProjectVersionArn = ProjectVersionArn,
        MinConfidence = MinConfidence,
        MaxResults = MaxResults,
        Tag = tag,
    }, !IgnoresOrientation);

    /// <summary>The result as the answer to a request that asks the same again.</summary>
    /// <param name="request">The request, with a tag of its own.</param>
    /// <param name="applyOrientation">What pixel boxes refer to this time.</param>
    /// <exception cref="FormatException">The labels are not what the service answers.</exception>
    public DetectionResult ToResult(DetectionRequest request, bool applyOrientation) => Complete(request.Unanswered(), applyOrientation);

    private DetectionResult Complete(DetectionResult known, bool applyOrientation)
    {
        // Most images with an orientation are JPEG: so were those of which the format wasn't kept.
        var isTurned = applyOrientation == IgnoresOrientation && ImageHeader.TurnsByQuarter(ImageFormat ?? CustomLabels.ImageFormat.Jpeg, ExifOrientation);
        var result = known with
        {
            Status = Error is null ? DetectionStatus.Succeeded : DetectionStatus.Failed,
            Error = Error,
            ImageFormat = ImageFormat,
            ImageWidth = isTurned ? ImageHeight : ImageWidth,
            ImageHeight = isTurned ? ImageWidth : ImageHeight,
            ExifOrientation = ExifOrientation,
            RequestId = RequestId,
            Attempts = Attempts,
            Duration = Duration,
            Timestamp = Timestamp,
            FromJournal = true,
        };
        return Error is null ? result with { CustomLabels = DetectResponseReader.Read(AnsweredLabels.Answer(Labels)).AttachTo(result) } : result;
    }
}
