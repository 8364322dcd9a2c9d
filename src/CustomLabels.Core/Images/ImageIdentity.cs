using System.IO;

namespace CustomLabels.Images;

/// <summary>Which image it is: a file, an object in S3, or one that has only a name. Its source, its result, its labels and its lines in a journal share this one value.</summary>
internal sealed record ImageIdentity
{
    /// <summary>No image.</summary>
    public static readonly ImageIdentity None = OfName("");

    private ImageIdentity(string name) => Name = name;

    /// <summary>What people call the image: a file's name, an S3 URI, or its place in the run. Not escaped for a terminal.</summary>
    public string Name { get; }

    /// <summary>Full path of the image file; null for other sources.</summary>
    public string? LiteralPath { get; private init; }

    /// <summary>S3 bucket; null for other sources.</summary>
    public string? Bucket { get; private init; }

    /// <summary>S3 key; null for other sources.</summary>
    public string? Key { get; private init; }

    /// <summary>S3 version; null for other sources and where none was given.</summary>
    public string? VersionId { get; private init; }

    /// <summary>S3 entity tag; null for other sources and where none was given.</summary>
    public string? ETag { get; private init; }

    /// <summary>Whether it has a place of its own, and not only a name.</summary>
    public bool HasPlace => LiteralPath is not null || Bucket is not null;

    /// <summary>What tells this S3 object from another one with the same key; null where nothing does.</summary>
    /// <remarks>The version "null" is S3's word for an object of a bucket without versions, and is overwritten.</remarks>
    internal string? S3Version => VersionId is null or "null" ? ETag is null ? null : $"etag {ETag}" : $"version {VersionId}";

    /// <summary>A file.</summary>
    /// <param name="path">Its full path. Its last part is the name.</param>
    /// <remarks>Path.GetFileName throws on .NET Framework for characters that only make the file unreadable.</remarks>
    public static ImageIdentity OfFile(string path) =>
        new(path.Substring(path.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1)) { LiteralPath = path };

    /// <summary>An object in S3. Its URI is the name.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key, literally.</param>
    /// <param name="versionId">The version; null for the newest.</param>
    /// <param name="etag">The entity tag; null where it isn't known.</param>
    public static ImageIdentity OfS3(string bucket, string key, string? versionId, string? etag) =>
        new(versionId is null ? $"{S3Uri.Scheme}{bucket}/{key}" : $"{S3Uri.Scheme}{bucket}/{key}{S3Uri.VersionMark}{versionId}") { Bucket = bucket, Key = key, VersionId = versionId, ETag = etag };

    /// <summary>An image that is neither: its kind and place in the run, or a path that could not be resolved.</summary>
    /// <param name="name">What people call it.</param>
    public static ImageIdentity OfName(string name) => new(name);
}
