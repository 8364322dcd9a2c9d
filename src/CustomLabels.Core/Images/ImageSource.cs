namespace CustomLabels.Images;

/// <summary>Where an image comes from. Identifies it; doesn't open it.</summary>
public abstract class ImageSource
{
    /// <summary>What people call the image: a file's name, an S3 URI, or its place in the run. Not escaped for a terminal.</summary>
    public abstract string Name { get; }

    /// <summary>Full path of the image file; null for other sources.</summary>
    public virtual string? LiteralPath => null;

    /// <summary>S3 bucket; null for other sources.</summary>
    public virtual string? Bucket => null;

    /// <summary>S3 key; null for other sources.</summary>
    public virtual string? Key => null;

    /// <summary>S3 version; null for other sources and where none was given.</summary>
    public virtual string? VersionId => null;

    /// <summary>S3 entity tag; null for other sources and where none was given.</summary>
    public virtual string? ETag => null;

    /// <summary>Bytes of memory that the image takes up while it waits.</summary>
    public virtual long HeldBytes => 0;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
