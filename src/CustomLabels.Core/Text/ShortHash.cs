using System.Security.Cryptography;
using System.Text;

namespace CustomLabels.Text;

/// <summary>A name for a text that is too long for one, or must not be shown: the first half of its SHA-256.</summary>
internal static class ShortHash
{
    private const int Length = 32;

    /// <summary>32 hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET
        return Hexadecimal.Of(SHA256.HashData(bytes)).Substring(0, Length);
#else
        using var sha = SHA256.Create();
        return Hexadecimal.Of(sha.ComputeHash(bytes)).Substring(0, Length);
#endif
    }
}
