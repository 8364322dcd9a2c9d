using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Images;

namespace CustomLabels.Annotations;

/// <summary>Finds the files of images that annotations name.</summary>
internal static class ImagePlace
{
    private const string FileScheme = "file://";
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The name below the images' folder: that of a path from another machine is its last part.</summary>
    /// <param name="written">The name as it is written.</param>
    public static string NameOf(string written)
    {
        var name = written.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? written.Substring(FileScheme.Length) : written;
        // Tools on Windows write names with backslashes; elsewhere one may be a character of a name, where there are slashes too.
        if (IsAbsolute(name)) return name.Substring(name.LastIndexOfAny(Separators) + 1);
        if (name.IndexOf('/') < 0 && Path.DirectorySeparatorChar == '\\') name = name.Replace('\\', '/');
        while (name.StartsWith("./", StringComparison.Ordinal)) name = name.Substring(2);
        return name;
    }

    /// <summary>Whether a name is a whole path, of this or of another system.</summary>
    public static bool IsAbsolute(string name) =>
        name.Length > 0 && (name[0] == '/' || name.StartsWith("\\\\", StringComparison.Ordinal) || (name.Length > 2 && name[1] == ':' && name[2] is '\\' or '/'));

    /// <summary>The file of a name: in the first folder that has it, or else in the first folder.</summary>
    /// <param name="name">The name, with slashes.</param>
    /// <param name="folders">The folders, best first.</param>
    /// <param name="exists">Whether it is there.</param>
    public static string Find(string name, IReadOnlyList<string> folders, out bool exists)
    {
        foreach (var path in folders.Select(folder => PathOf(folder, name)))
        {
            exists = FileExists(path);
            if (exists) return path;
        }

        if (name.Contains('\\') && Path.DirectorySeparatorChar == '/')
        {
            var converted = Find(name.Replace('\\', '/'), folders, out exists);
            if (exists) return converted;
        }

        exists = false;
        return PathOf(folders[0], name);
    }

    /// <summary>The displayed size of an image file; null where it is no image that can be read.</summary>
    /// <param name="path">Its full path.</param>
    public static ((int Width, int Height) Displayed, bool IsTurned)? SizeOf(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            var header = ImageHeaderReader.Read(stream);
            return header.DisplayedSize(applyOrientation: true) is (int width, int height) ? ((width, height), header.IsTurnedByQuarter) : null;
        }
        catch (Exception e) when (e is CustomLabelsException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The full path of a name below a folder.</summary>
    public static string PathOf(string folder, string name)
    {
        var path = folder.Length == 0 || IsAbsolute(name) ? name : folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar + name.Replace('/', Path.DirectorySeparatorChar);
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or IOException)
        {
            // No path of this system: then there is no such file either.
            return path;
        }
    }

    private static bool FileExists(string path) => !FilePath.IsDevice(path) && File.Exists(path);
}
