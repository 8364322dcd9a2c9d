using System;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Images;

namespace CustomLabels;

/// <summary>What the service said of one image, or why it said nothing. One for each image, also for an image without labels.</summary>
public sealed record DetectionResult
{
    /// <summary>The image's name for people: a file's name, an S3 URI, or its place in the run.</summary>
    public string Image => Identity.Name;

    /// <summary>Full path of the image file; null for other sources. Binds to every <c>-LiteralPath</c> down the pipeline.</summary>
    public string? LiteralPath => Identity.LiteralPath;

    /// <summary>S3 bucket; null for other sources.</summary>
    public string? Bucket => Identity.Bucket;

    /// <summary>S3 key; null for other sources.</summary>
    public string? Key => Identity.Key;

    /// <summary>S3 version; null where none was given.</summary>
    public string? VersionId => Identity.VersionId;

    /// <summary>S3 entity tag; null where none was given.</summary>
    public string? ETag => Identity.ETag;

    /// <summary>Which image it is.</summary>
    internal ImageIdentity Identity { get; init; } = ImageIdentity.None;

    /// <summary>The caller's own object for this image.</summary>
    public object? Tag { get; init; }

    /// <summary>How it ended.</summary>
    public DetectionStatus Status { get; init; }

    /// <summary>Why it failed; null when it succeeded.</summary>
    public CustomLabelsError? Error { get; init; }

    /// <summary>The model version asked.</summary>
    public string ProjectVersionArn { get; init; } = "";

    /// <summary>The labels; empty when there are none and when it failed.</summary>
    public CustomLabelCollection CustomLabels { get; init; } = CustomLabelCollection.None;

    /// <summary>The format by content; null where the image was not read here (S3).</summary>
    internal ImageFormat? ImageFormat { get; init; }

    /// <summary>Width of the displayed image in pixels, which for a PNG is the stored one; null where the image was not read here (S3).</summary>
    public int? ImageWidth { get; init; }

    /// <summary>Height of the displayed image in pixels, which for a PNG is the stored one; null where the image was not read here (S3).</summary>
    public int? ImageHeight { get; init; }

    /// <summary>EXIF orientation 1 to 8 as stored in the image; null where it says none.</summary>
    public int? ExifOrientation { get; init; }

    /// <summary>Bytes of the picture that was sent in place of this one, which is too large; null where the picture itself was sent.</summary>
    public long? SentLength => Sent?.Length;

    /// <summary>Width in pixels of the picture that was sent in place of this one; null where the picture itself was sent. Ratios and pixel boxes refer to the picture as given.</summary>
    public int? SentWidth => Sent?.Width;

    /// <summary>Height in pixels of the picture that was sent in place of this one; null where the picture itself was sent.</summary>
    public int? SentHeight => Sent?.Height;

    /// <summary>The picture that was sent in place of this one.</summary>
    internal SentPicture? Sent { get; init; }

    /// <summary>What was done with this picture because it is too large, as journals say it, also where that failed; null where nothing was.</summary>
    internal string? Oversized { get; init; }

    /// <summary>The confidence asked for, 0 to 100; null when the model's own thresholds applied.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The most labels asked for; null when none was set.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Whether labels were left out by thresholds of their own (-LabelConfidence), or after so many of them.</summary>
    internal bool IsFiltered { get; init; }

    /// <summary>The service's id of the last request; null when none was answered.</summary>
    public string? RequestId { get; init; }

    /// <summary>Requests sent for this image; 0 when it failed before any.</summary>
    public int Attempts { get; init; }

    /// <summary>From the first request's start to the last answer, pauses between attempts included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime Timestamp { get; init; }

    /// <summary>Whether it was read from a journal: nothing was asked for it this time.</summary>
    public bool FromJournal { get; init; }

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Image}: {(Error is null ? CustomLabels.ToString() : Error.ToString())}";
}
