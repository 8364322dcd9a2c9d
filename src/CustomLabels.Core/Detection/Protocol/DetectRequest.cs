using System;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels.Detection.Protocol;

/// <summary>A whole DetectCustomLabels request as a server receives it.</summary>
internal sealed record DetectRequest
{
    /// <summary>The model version asked; null when the request named none.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>Whether the request had an <c>Image</c> at all; one without bytes and without an S3 object is another error.</summary>
    public bool HasImage { get; init; }

    /// <summary>The image's bytes, decoded; null when the image is in S3.</summary>
    public ArraySegment<byte>? Bytes { get; init; }

    /// <summary>The image in S3; null when bytes were sent.</summary>
    public S3ObjectReference? S3Object { get; init; }

    /// <summary>0 to 100; null means the model's assumed thresholds.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>0 and up; null means all.</summary>
    public int? MaxResults { get; init; }
}
