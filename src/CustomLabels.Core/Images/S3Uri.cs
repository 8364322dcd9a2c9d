using System;

namespace CustomLabels.Images;

/// <summary>Reads <c>s3://bucket/key</c> and <c>s3://bucket/key?versionId=version</c>.</summary>
/// <remarks>
/// The text is literal: it is never percent-decoded, and <c>*</c>, <c>?</c>, <c>[</c> and <c>#</c> are characters of the key. Only the last
/// <c>?versionId=</c> is special: everything after it is the version.
/// </remarks>
internal static class S3Uri
{
    internal const string Scheme = "s3://";
    internal const string VersionMark = "?versionId=";

    /// <summary>Whether the text begins with <c>s3://</c>, in any letter case.</summary>
    /// <param name="text">A path or URI, or null.</param>
    public static bool IsS3Uri(string? text) => text is not null && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes an S3 URI apart.</summary>
    /// <param name="text">The URI.</param>
    /// <exception cref="CustomLabelsException">The text isn't an S3 URI, or its bucket, key or version is missing or impossible
    /// (<see cref="ErrorId.S3UriInvalid"/>).</exception>
    public static S3Image Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (!IsS3Uri(text)) throw Invalid(text, "it does not begin with s3://");

        var slash = text.IndexOf('/', Scheme.Length);
        if (slash < 0) throw Invalid(text, "it has a bucket and no key");
        var bucket = text.Substring(Scheme.Length, slash - Scheme.Length);

        var mark = text.LastIndexOf(VersionMark, StringComparison.Ordinal);
        if (mark < slash) return new S3Image(bucket, text.Substring(slash + 1));
        var version = text.Substring(mark + VersionMark.Length);
        // Such a key would be legal, and is far less likely than a script whose version came out empty.
        if (version.Length == 0) throw Invalid(text, $"nothing follows {VersionMark}");
        return new S3Image(bucket, text.Substring(slash + 1, mark - slash - 1), version);
    }

    private static CustomLabelsException Invalid(string text, string problem) => new(ImageErrors.S3UriInvalid(text, problem));
}
