using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace CustomLabels.Pictures;

/// <summary>Names the files that are made of pictures: below the destination as the pictures lie below their root, and no two alike.</summary>
/// <param name="destination">Full path of the folder.</param>
/// <param name="root">Full path of the folder whose folders are mirrored; null for all files in one folder.</param>
/// <param name="format">The format that is written.</param>
internal sealed class PictureNames(string destination, string? root, PictureFormat format)
{
    private static readonly char Separator = Path.DirectorySeparatorChar;
    private static readonly string[] JpegExtensions = [".jpg", ".jpeg", ".jpe", ".jfif"];

    // On Windows and macOS a.jpg and A.jpg are one file, and a folder may be taken there later.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file for a picture.</summary>
    /// <param name="source">Full path of the picture.</param>
    /// <exception cref="CustomLabelsException">The picture isn't below the root.</exception>
    public string Of(string source)
    {
        var (folder, stem, extension) = Parts(source);
        for (var n = 1; ; n++)
        {
            var path = folder + stem + (n == 1 ? "" : string.Format(CultureInfo.InvariantCulture, "-{0}", n)) + extension;
            if (_taken.Add(path)) return path;
        }
    }

    /// <summary>The files for parts of a picture: <c>stem.n.label.ext</c>.</summary>
    /// <param name="source">Full path of the picture.</param>
    /// <param name="labels">The label of each part.</param>
    /// <exception cref="CustomLabelsException">The picture isn't below the root.</exception>
    public IReadOnlyList<string> Of(string source, IReadOnlyList<string> labels)
    {
        var (folder, stem, extension) = Parts(source);
        for (var n = 1; ; n++)
        {
            var named = stem + (n == 1 ? "" : string.Format(CultureInfo.InvariantCulture, "-{0}", n));
            var paths = labels.Select((label, i) => string.Format(CultureInfo.InvariantCulture, "{0}{1}.{2}.{3}{4}", folder, named, i + 1, FileNamePart.Of(label), extension)).ToArray();
            if (paths.Any(_taken.Contains)) continue;
            _taken.UnionWith(paths);
            return paths;
        }
    }

    private (string Folder, string Stem, string Extension) Parts(string source)
    {
        // Path's own functions throw on .NET Framework for characters that only make a file unreadable.
        var end = source.LastIndexOf(Separator) + 1;
        var name = source.Substring(end);
        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (name.Substring(0, dot), name.Substring(dot)) : (name, "");
        return (destination.TrimEnd(Separator) + Separator + Below(source, end), stem, ExtensionOf(extension));
    }

    private string Below(string source, int end)
    {
        if (root is null) return "";
        var start = root.TrimEnd(Separator) + Separator;
        var comparison = Separator == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return source.StartsWith(start, comparison) ? source.Substring(start.Length, end - start.Length) : throw new CustomLabelsException(PictureErrors.OutsideRoot(source, root));
    }

    private string ExtensionOf(string extension) => format switch
    {
        PictureFormat.Jpeg => JpegExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase) ? extension : ".jpg",
        PictureFormat.Png => string.Equals(extension, ".png", StringComparison.OrdinalIgnoreCase) ? extension : ".png",
        _ => extension,
    };
}
