using System;
using System.Text;

namespace CustomLabels.Images;

/// <summary>An image that the service itself reads from Amazon S3.</summary>
internal sealed class S3Image : ImageSource
{
    private const int MaxLength = 1024;

    // Throws on half a surrogate pair, which no request can carry.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names an S3 object.</summary>
    /// <param name="bucket">The bucket: 3 to 255 characters of <c>[0-9A-Za-z.\-_]</c> (botocore model rekognition/2016-06-27, <c>S3Bucket</c>).</param>
    /// <param name="key">The object's key, literally: 1 to 1024 bytes of UTF-8 (<c>S3ObjectName</c>; bytes by the Amazon S3 User Guide, "Naming Amazon S3 objects").</param>
    /// <param name="versionId">The object's version: up to 1024 characters (<c>S3ObjectVersion</c>); null or empty for the newest.</param>
    /// <param name="etag">The object's entity tag, where it is known: up to 1024 characters, so that a journal's line has an end; never sent.</param>
    /// <param name="size">The object's size in bytes, where it is known; never sent.</param>
    /// <exception cref="CustomLabelsException">A part is impossible (<see cref="ErrorId.S3UriInvalid"/>).</exception>
    public S3Image(string bucket, string key, string? versionId = null, string? etag = null, long? size = null)
        : base(ImageIdentity.OfS3(
            bucket ?? throw new ArgumentNullException(nameof(bucket)), key ?? throw new ArgumentNullException(nameof(key)), versionId is "" ? null : versionId, etag is "" ? null : etag))
    {
        Size = size;
        if (Problem() is { } problem) throw new CustomLabelsException(ImageErrors.S3UriInvalid(Name, problem));
    }

    /// <summary>The object's bucket.</summary>
    public new string Bucket => Identity.Bucket!;

    /// <summary>The object's key, literally.</summary>
    public new string Key => Identity.Key!;

    /// <summary>The object's size in bytes; null where it isn't known.</summary>
    public long? Size { get; }

    private string? Problem()
    {
        if (Bucket.Length is < 3 or > 255) return $"the bucket's name has {Bucket.Length} characters, and 3 to 255 are allowed";
        foreach (var c in Bucket)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '.' or '-' or '_'))
                return $"the bucket's name has the character '{c}', and letters A to Z, digits, '.', '-' and '_' are allowed";
        }

        try
        {
            var bytes = Utf8.GetByteCount(Key);
            if (bytes is < 1 or > MaxLength) return $"the key has {bytes} bytes in UTF-8, and 1 to {MaxLength} are allowed";
            Utf8.GetByteCount(VersionId ?? "");
        }
        catch (EncoderFallbackException)
        {
            return "the key or the version holds half a surrogate pair, which is not text";
        }

        if (VersionId?.Length > MaxLength) return $"the version has {VersionId.Length} characters, and 1 to {MaxLength} are allowed";
        return ETag?.Length > MaxLength ? $"the entity tag has {ETag.Length} characters, and 1 to {MaxLength} are allowed" : null;
    }
}
