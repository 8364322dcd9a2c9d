using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace CustomLabels.Reports.Page;

/// <summary>The constant parts of a page: style, script and markup, which are files beside this one and lie in this assembly.</summary>
internal static class PageResource
{
    /// <summary>The text of a part, with the line ends that a browser makes of any.</summary>
    /// <param name="name">The file's name.</param>
    public static string Text(string name)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no '{name}' in this assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    /// <summary>What a Content-Security-Policy allows a text by (W3C, Content Security Policy Level 3, 2.3.1).</summary>
    /// <param name="text">All that is between the tags of its element.</param>
    public static string Source(string text) => $"'sha256-{Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes(text)))}'";

    private static byte[] Hash(byte[] bytes)
    {
#if NET
        return SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
#endif
    }
}
