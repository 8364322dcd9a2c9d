namespace CustomLabels.Images;

/// <summary>Where an image comes from. Identifies it; doesn't open it.</summary>
public abstract class ImageSource
{
    /// <summary>An image.</summary>
    /// <param name="identity">Which image it is.</param>
    private protected ImageSource(ImageIdentity identity) => Identity = identity;

    /// <summary>Which image it is.</summary>
    internal ImageIdentity Identity { get; }

    /// <summary>What people call the image: a file's name, an S3 URI, or its place in the run. Not escaped for a terminal.</summary>
    public string Name => Identity.Name;

    /// <summary>Full path of the image file; null for other sources.</summary>
    public string? LiteralPath => Identity.LiteralPath;

    /// <summary>S3 bucket; null for other sources.</summary>
    public string? Bucket => Identity.Bucket;

    /// <summary>S3 key; null for other sources.</summary>
    public string? Key => Identity.Key;

    /// <summary>S3 version; null for other sources and where none was given.</summary>
    public string? VersionId => Identity.VersionId;

    /// <summary>S3 entity tag; null for other sources and where none was given.</summary>
    public string? ETag => Identity.ETag;

    /// <summary>Bytes of memory that the image takes up while it waits.</summary>
    internal virtual long HeldBytes => 0;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
