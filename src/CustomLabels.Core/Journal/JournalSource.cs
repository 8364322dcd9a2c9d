using CustomLabels.Images;

namespace CustomLabels.Journal;

/// <summary>Where an image came from, as a line says it.</summary>
/// <param name="LiteralPath">Full path of a file.</param>
/// <param name="Bucket">S3 bucket.</param>
/// <param name="Key">S3 key.</param>
/// <param name="VersionId">S3 version.</param>
/// <param name="ETag">S3 entity tag.</param>
/// <param name="Name">What people call an image that is neither: its kind and place, or a path that could not be resolved.</param>
internal sealed record JournalSource(string? LiteralPath, string? Bucket, string? Key, string? VersionId, string? ETag, string? Name)
{
    /// <summary>What tells this S3 object from another one with the same key; null where nothing does.</summary>
    /// <remarks>The version "null" is S3's word for an object of a bucket without versions, and is overwritten.</remarks>
    public string? S3Identity => VersionId is null or "null" ? ETag is null ? null : $"etag {ETag}" : $"version {VersionId}";

    /// <summary>The name that a result of it has.</summary>
    public string Image => LiteralPath is not null ? FileImage.NameOf(LiteralPath) : Bucket is not null ? S3Image.NameOf(Bucket, Key!, VersionId) : Name ?? "";

    /// <summary>The source of a result.</summary>
    public static JournalSource Of(DetectionResult result) =>
        new(result.LiteralPath, result.Bucket, result.Key, result.VersionId, result.ETag, result.LiteralPath is null && result.Bucket is null ? result.Image : null);
}
