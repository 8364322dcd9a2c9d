using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CustomLabels.Images;

namespace CustomLabels.Reports.Page;

/// <summary>The way from a page to a file: relative, so that page and files can be moved together.</summary>
/// <param name="Text">For people. A file of another drive or server is its name alone.</param>
/// <param name="Address">For browsers: encoded, whatever characters the names have.</param>
/// <param name="CanBeShown">Whether the page may load it by itself. What is on another server is left to a click: a path could name anybody's.</param>
internal sealed record PageLink(string Text, string Address, bool CanBeShown)
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The link from a page in a folder to a file.</summary>
    /// <param name="folder">The page's folder, a full path.</param>
    /// <param name="file">The file, a full path.</param>
    /// <param name="isWindows">Whether paths are those of Windows: with backslashes, drives and servers, in any letter case.</param>
    public static PageLink To(string folder, string file, bool isWindows)
    {
        var comparison = isWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var from = Parts(folder, isWindows);
        var to = Parts(file, isWindows);
        // The first part of a path of Windows is its drive, or its server and share.
        if (isWindows && !(from.Count > 0 && to.Count > 1 && string.Equals(from[0], to[0], comparison))) return OfOtherDrive(to);
        var common = 0;
        while (common < from.Count && common < to.Count - 1 && string.Equals(from[common], to[common], comparison)) common++;
        var way = Enumerable.Repeat("..", from.Count - common).Concat(to.Skip(common)).ToArray();
        return new PageLink(string.Join("/", way), Encoded(way), CanBeShown: true);
    }

    /// <summary>Names of folders and a file as a relative address.</summary>
    public static string Encoded(IEnumerable<string> parts) => string.Join("/", parts.Select(Encoded));

    private static PageLink OfOtherDrive(List<string> parts)
    {
        var isServer = parts[0].StartsWith(@"\\", StringComparison.Ordinal);
        // file://server/share/a.jpg, and file:///D:/a.jpg with the colon as it is (RFC 8089, appendix E).
        var root = isServer ? string.Join("/", parts[0].Substring(2).Split('\\').Select(Encoded)) : "/" + parts[0];
        return new PageLink(parts[parts.Count - 1], $"file://{root}/{Encoded(parts.Skip(1))}", !isServer);
    }

    private static List<string> Parts(string path, bool isWindows)
    {
        if (!isWindows) return [.. path.Split(['/'], StringSplitOptions.RemoveEmptyEntries)];
        var plain = WindowsPath.Plain(path).Replace('/', '\\');
        var parts = plain.Split(['\\'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (plain.StartsWith(@"\\", StringComparison.Ordinal) && parts.Count > 1)
        {
            parts[0] = $@"\\{parts[0]}\{parts[1]}";
            parts.RemoveAt(1);
        }

        return parts;
    }

    private static string Encoded(string part)
    {
        // A name of dots only leads elsewhere if it is one of the two that do; those are never in a full path, and ".." is ours.
        var encoded = new StringBuilder(part.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(part))
        {
            if (Unreserved.Contains((char)octet)) encoded.Append((char)octet);
            else encoded.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
