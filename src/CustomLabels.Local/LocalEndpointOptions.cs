using System;

namespace CustomLabels;

/// <summary>How a <see cref="LocalEndpoint"/> is to behave.</summary>
public sealed record LocalEndpointOptions
{
    /// <summary>Path of a SageMaker Ground Truth manifest with image-level labels, boxes or both.</summary>
    public required string Manifest { get; init; }

    /// <summary>Folder of the images: <c>s3://bucket/x/y.jpg</c> is <c>x/y.jpg</c> below it. Null is the manifest's folder.</summary>
    public string? ImageRoot { get; init; }

    /// <summary>Port to listen on, 1 to 65535, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long each answer is held back, 0 to one hour.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Confidence, 0 to 100, below which labels are left out of answers to requests without MinConfidence. A real model has one for each label.</summary>
    public double AssumedThreshold { get; init; } = 50;

    /// <summary>Most bytes of an image that is sent, 1 to 5,242,880. AWS documents "4 MB" and not which.</summary>
    public int MaxImageByteCount { get; init; } = 4_194_304;

    /// <summary>ARN of the one model version that answers. Null is <c>arn:aws:rekognition:REGION:123456789012:project/local/version/local/1</c>.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>Region to stand in for. Null is the ARN's, and <c>us-east-1</c> without one.</summary>
    public string? Region { get; init; }

    /// <summary>Whether requests without a signature are answered too.</summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>Access key id that requests must be signed with; goes with <see cref="SecretKey"/>. Without keys any signature is accepted.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret access key that requests must be signed with.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Session token that requests must carry, if the keys stand for temporary ones. Null takes only requests without a token.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Few words: the text that a record has by itself would show the keys wherever it is logged.</summary>
    public override string ToString() => $"{nameof(LocalEndpointOptions)} {{ {nameof(Manifest)} = {Manifest} }}";
}
