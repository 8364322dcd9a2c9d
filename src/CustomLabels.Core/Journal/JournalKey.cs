using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CustomLabels.Images;

namespace CustomLabels.Journal;

/// <summary>A source and a request as 128 bits of a hash: two different ones never meet, and a hundred thousand take little room.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalKey(long High, long Low)
{
    private static readonly bool IgnoresCase = Path.DirectorySeparatorChar == '\\';

    /// <summary>The key of a source and a request.</summary>
    /// <param name="source">Where the image comes from.</param>
    /// <param name="sha256">Its content, which stands for the source of an image that has neither path nor bucket.</param>
    /// <param name="arn">The model version.</param>
    /// <param name="minConfidence">The confidence asked for.</param>
    /// <param name="maxResults">The most labels asked for.</param>
    public static JournalKey Of(JournalSource source, string? sha256, string arn, double? minConfidence, int? maxResults)
    {
        var place = source.LiteralPath is { } path ? "file\0" + NameOf(path)
            : source.Bucket is not null ? $"s3\0{source.Bucket}\0{source.Key}\0{source.S3Identity}"
            : sha256 is not null ? "content\0" + sha256
            : "name\0" + source.Name;
        return Of(string.Join("\0", place, arn, minConfidence is { } least ? BitConverter.DoubleToInt64Bits(least).ToString(CultureInfo.InvariantCulture) : null, maxResults?.ToString(CultureInfo.InvariantCulture)));
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
