using System.Globalization;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels;

/// <summary>One label that the model found, with the image it was found in.</summary>
/// <remarks>
/// <see cref="Name"/>, <see cref="Confidence"/> and <see cref="Geometry"/> are exactly what the service sent; the other members are ours.
/// </remarks>
public sealed record CustomLabel
{
    /// <summary>The label's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The model's confidence, 0 to 100.</summary>
    public double Confidence { get; init; }

    /// <summary>Where the label was found; null for an image-level label.</summary>
    public Geometry? Geometry { get; init; }

    /// <summary>The box in pixels of the displayed image; null without a box or without a known image size (S3 objects).</summary>
    public PixelBox? PixelBox { get; init; }

    /// <summary>The image's name for people.</summary>
    public string Image => Identity.Name;

    /// <summary>Full path of the image file; null for other sources.</summary>
    public string? LiteralPath => Identity.LiteralPath;

    /// <summary>S3 bucket of the image; null for other sources.</summary>
    public string? Bucket => Identity.Bucket;

    /// <summary>S3 key of the image; null for other sources.</summary>
    public string? Key => Identity.Key;

    /// <summary>S3 version of the image; null where none was given.</summary>
    public string? VersionId => Identity.VersionId;

    /// <summary>Which image it was found in.</summary>
    internal ImageIdentity Identity { get; init; } = ImageIdentity.None;

    /// <summary>The model version that found the label.</summary>
    public string ProjectVersionArn { get; init; } = "";

    /// <summary>The caller's own object for this image.</summary>
    public object? Tag { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1:0.0}", Name, Confidence);
}
