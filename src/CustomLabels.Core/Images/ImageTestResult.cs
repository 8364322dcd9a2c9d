using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;

namespace CustomLabels;

/// <summary>How an image compares with the service's documented limits. Nothing was sent for it.</summary>
public sealed record ImageTestResult
{
    /// <summary>The image's name for people.</summary>
    public string Image { get; init; } = "";

    /// <summary>Full path of the image file; null for other sources. Binds to every <c>-LiteralPath</c> down the pipeline.</summary>
    public string? LiteralPath { get; init; }

    /// <summary>The format by content; the name counts for nothing.</summary>
    public ImageFormat Format { get; init; }

    /// <summary>Bytes; null for a stream that can't seek and has more than could be sent.</summary>
    public long? Length { get; init; }

    /// <summary>Width of the displayed image in pixels, which for a PNG is the stored one; null where the header doesn't say.</summary>
    public int? Width { get; init; }

    /// <summary>Height of the displayed image in pixels, which for a PNG is the stored one; null where the header doesn't say.</summary>
    public int? Height { get; init; }

    /// <summary>EXIF orientation 1 to 8 as stored in the image; null where it says none.</summary>
    public int? ExifOrientation { get; init; }

    /// <summary>Whether the image is outside no limit, which what no decoder opens is not. A limit that can't be told doesn't count.</summary>
    public bool IsValid => Limits.All(limit => limit.Within != LimitState.No);

    /// <summary>Whether the image is too large, and <c>-Oversized Shrink</c> of Invoke-RKCustomLabelDetection brings it within every limit.</summary>
    public bool CanShrink { get; init; }

    /// <summary>Every limit: what was found, what is allowed.</summary>
    public IReadOnlyList<ImageLimit> Limits { get; init; } = Array.Empty<ImageLimit>();

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Image}: {ImageLimits.Explain(Limits) ?? "within the documented limits"}";
}
