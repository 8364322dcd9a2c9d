using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels.Detection.Journal;

/// <summary>An image and a request as 128 bits of a hash: two different ones never meet, and a hundred thousand take little room.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalKey(long High, long Low)
{
    private static readonly bool IgnoresCase = Path.DirectorySeparatorChar == '\\';

    /// <summary>The key of an image and a request.</summary>
    /// <param name="image">Which image it is.</param>
    /// <param name="sha256">Its content, which stands for an image that has no place of its own.</param>
    /// <param name="request">What is asked.</param>
    public static JournalKey Of(ImageIdentity image, string? sha256, JournalRequest request)
    {
        var place = image.LiteralPath is { } path ? "file\0" + NameOf(path)
            : image.Bucket is not null ? $"s3\0{image.Bucket}\0{image.Key}\0{image.S3Version}"
            : sha256 is not null ? "content\0" + sha256
            : "name\0" + image.Name;
        var least = request.MinConfidence is { } confidence ? BitConverter.DoubleToInt64Bits(confidence).ToString(CultureInfo.InvariantCulture) : null;
        return Of(string.Join("\0", place, request.ProjectVersionArn, least, request.MaxResults?.ToString(CultureInfo.InvariantCulture), request.Oversized, request.Others));
    }

    /// <summary>One name for all ways of writing a path that mean the same file.</summary>
    private static string NameOf(string path) => IgnoresCase ? FilePath.Plain(path).ToUpperInvariant() : path;

    private static JournalKey Of(string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
#if NET
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
#else
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(bytes.ToArray()).AsSpan();
#endif
        return new JournalKey(BinaryPrimitives.ReadInt64BigEndian(hash), BinaryPrimitives.ReadInt64BigEndian(hash.Slice(8)));
    }
}
