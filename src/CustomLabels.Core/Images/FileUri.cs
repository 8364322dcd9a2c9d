using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>Reads <c>file:</c> URIs (RFC 8089), as browsers, other languages and S3-like tools write paths.</summary>
internal static class FileUri
{
    private const string Start = "file:";
    private const string LocalHost = "localhost";

    /// <summary>The path in a URI: decoded, and taken as it is from then on. On Windows a host makes it a path of the network.</summary>
    /// <param name="text">The URI.</param>
    /// <exception cref="CustomLabelsException">It holds no full path, or names another machine where that is not a path (<see cref="ErrorId.ImageUnreadable"/>).</exception>
    public static string PathOf(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        // A file has no query and no fragment: both are a name that nobody has encoded.
        var literal = text.Replace("#", "%23").Replace("?", "%3F");
        // RFC 8089 allows one slash too, as Java writes it.
        if (!literal.StartsWith(Start + "//", StringComparison.OrdinalIgnoreCase) && literal.StartsWith(Start + "/", StringComparison.OrdinalIgnoreCase)) literal = literal.Insert(Start.Length, "//");
        if (!Uri.TryCreate(literal, UriKind.Absolute, out var uri) || !uri.IsFile || uri.AbsolutePath.Length <= 1) throw new CustomLabelsException(ReferenceErrors.FileUri(text));
        if (uri.Host.Length == 0) return uri.LocalPath;
        if (string.Equals(uri.Host, LocalHost, StringComparison.OrdinalIgnoreCase)) return new UriBuilder(uri) { Host = "" }.Uri.LocalPath;
        return Path.DirectorySeparatorChar == '\\' ? uri.LocalPath : throw new CustomLabelsException(ReferenceErrors.FileOfAnotherMachine(text, uri.Host));
    }
}
