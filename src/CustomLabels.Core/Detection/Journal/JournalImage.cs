using System;
using CustomLabels.Arns;
using CustomLabels.Detection.Protocol;
using CustomLabels.Images;

namespace CustomLabels.Detection.Journal;

/// <summary>A finished image as a line keeps it.</summary>
internal sealed record JournalImage
{
    public ImageIdentity Source { get; set; } = ImageIdentity.None;

    /// <summary>SHA-256 of the image's bytes in hexadecimal; null where they were not all read.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The image's bytes; null where they are unknown.</summary>
    public long? Length { get; set; }

    /// <summary>When the file was last written; null for other sources and where it could not be opened.</summary>
    public DateTime? LastWriteTimeUtc { get; set; }

    public JournalRequest Request { get; set; } = new("", MinConfidence: null, MaxResults: null);

    /// <summary>What is kept of the caller's object: see <see cref="JournalTag"/>.</summary>
    public object? Tag { get; set; }

    /// <summary>The whole answer as the service wrote it, on one line; empty for a failure.</summary>
    public ReadOnlyMemory<byte> Answer { get; set; }

    /// <summary>Why it failed; null when it succeeded.</summary>
    public CustomLabelsError? Error { get; set; }

    /// <summary>The image's format; null for S3 objects, and in lines of before it was kept.</summary>
    public ImageFormat? ImageFormat { get; set; }

    public int? ImageWidth { get; set; }

    public int? ImageHeight { get; set; }

    public int? ExifOrientation { get; set; }

    /// <summary>The picture that was sent in place of the image; null where the image itself was.</summary>
    public SentPicture? Sent { get; set; }

    /// <summary>Whether width and height are the image's as it is stored, and not as its EXIF orientation displays it.</summary>
    public bool IgnoresOrientation { get; set; }

    public string? RequestId { get; set; }

    public int Attempts { get; set; }

    public TimeSpan Duration { get; set; }

    public DateTime Timestamp { get; set; }

    /// <summary>Whether the image is too large for the service, as far as the line tells.</summary>
    public bool IsOversized => Oversize.Is(Length, ImageWidth, ImageHeight);

    /// <summary>The image and the request: the same of every line about the same thing.</summary>
    public JournalKey Key => JournalKey.Of(Source, Sha256, Request);

    /// <summary>What is to be kept of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="tag">What is kept of its tag.</param>
    public static JournalImage Of(DetectionResult result, object? tag) => new()
    {
        Source = result.Identity,
        Request = new JournalRequest(result.ProjectVersionArn, result.MinConfidence, result.MaxResults) { Oversized = result.Oversized },
        Tag = tag,
        Answer = result.Error is null ? JournalAnswer.OneLine(result.CustomLabels.Answer) : default,
        Error = result.Error,
        ImageFormat = result.ImageFormat,
        ImageWidth = result.ImageWidth,
        ImageHeight = result.ImageHeight,
        ExifOrientation = result.ExifOrientation,
        Sent = result.Sent,
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
        Identity = Source,
        ProjectVersionArn = Request.ProjectVersionArn,
        MinConfidence = Request.MinConfidence,
        MaxResults = Request.MaxResults,
        Tag = tag,
    }, !IgnoresOrientation);

    /// <summary>The result as the answer to a request that asks the same again.</summary>
    /// <param name="request">The request, with a tag of its own.</param>
    /// <param name="applyOrientation">What pixel boxes refer to this time.</param>
    /// <exception cref="FormatException">The labels are not what the service answers.</exception>
    public DetectionResult ToResult(DetectionRequest request, bool applyOrientation) => Complete(request.Unanswered(), applyOrientation);

    private DetectionResult Complete(DetectionResult known, bool applyOrientation)
    {
        // Most images with an orientation are JPEG: so were those of which the format wasn't kept. A picture that was made to fit is always upright.
        var isTurned = Sent is null && applyOrientation == IgnoresOrientation && ImageHeader.TurnsByQuarter(ImageFormat ?? CustomLabels.ImageFormat.Jpeg, ExifOrientation);
        var result = known with
        {
            Status = Error is null ? DetectionStatus.Succeeded : DetectionStatus.Failed,
            Error = Error,
            ImageFormat = ImageFormat,
            ImageWidth = isTurned ? ImageHeight : ImageWidth,
            ImageHeight = isTurned ? ImageWidth : ImageHeight,
            ExifOrientation = ExifOrientation,
            Oversized = Request.Oversized,
            Sent = Sent,
            RequestId = RequestId,
            Attempts = Attempts,
            Duration = Duration,
            Timestamp = Timestamp,
            FromJournal = true,
        };
        return Error is null ? result with { CustomLabels = DetectResponseReader.Read(Answer).AttachTo(result) } : result;
    }
}
