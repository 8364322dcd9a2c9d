using System;
using System.IO;
using System.Security.Cryptography;
using CustomLabels.Text;

namespace CustomLabels.Local.Images;

/// <summary>SHA-256: what tells two images of the same length apart, and what signatures are made of.</summary>
internal static class ContentHash
{
    /// <summary>The hash of bytes.</summary>
    public static byte[] Of(ArraySegment<byte> content)
    {
#if NET
        return SHA256.HashData(content);
#else
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(content.Array!, content.Offset, content.Count);
#endif
    }

    /// <summary>The hash of bytes in hexadecimal, lower case.</summary>
    public static string HexOf(ArraySegment<byte> content) => Hexadecimal.Of(Of(content));

    /// <summary>The hash of a file's bytes.</summary>
    public static byte[] OfFile(string file)
    {
        using var sha256 = SHA256.Create();
        using var stream = File.OpenRead(file);
        return sha256.ComputeHash(stream);
    }
}
