using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Annotations.Content;

/// <summary>Files of a folder and of those in it, in an order that is the same on every machine.</summary>
internal static class ImageFiles
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp"];

    /// <summary>Whether a name is that of a picture.</summary>
    public static bool IsImage(string name) => Extensions.Contains(ExtensionOf(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the files below a folder, with slashes; none where there is no such folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="wanted">Which names.</param>
    public static IReadOnlyList<string> Below(string folder, Func<string, bool> wanted)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            var start = folder.TrimEnd(Path.DirectorySeparatorChar).Length + 1;
            var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => path.Substring(start).Replace(Path.DirectorySeparatorChar, '/')).Where(wanted).ToList();
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(folder, e.Message), e);
        }
    }

    /// <summary>A name without its last extension only: what comes before it may have dots.</summary>
    public static string StemOf(string name) => name.Substring(0, name.Length - ExtensionOf(name).Length);

    private static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > name.LastIndexOf('/') + 1 ? name.Substring(dot) : "";
    }
}
