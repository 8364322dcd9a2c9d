using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Yolo;

/// <summary>Where YOLO's tools look for images and labels: the last folder <c>images</c> of an image's path is <c>labels</c> in that of its labels.</summary>
internal static class YoloPaths
{
    private const string Images = "images";
    private const string Labels = "labels";
    private static readonly string[] NoLabels = ["classes.txt", "train.txt", "val.txt", "valid.txt", "test.txt"];

    /// <summary>The path of an image's labels, with slashes as they were.</summary>
    /// <param name="image">The image's path.</param>
    public static string LabelsOf(string image)
    {
        var path = image.Replace(Path.DirectorySeparatorChar, '/');
        var at = path.LastIndexOf($"/{Images}/", StringComparison.Ordinal);
        if (at >= 0) path = $"{path.Substring(0, at)}/{Labels}/{path.Substring(at + Images.Length + 2)}";
        else if (path.StartsWith($"{Images}/", StringComparison.Ordinal)) path = $"{Labels}/{path.Substring(Images.Length + 1)}";
        return ImageFiles.StemOf(path) + ".txt";
    }

    /// <summary>The name of an image in its set: its path without the folder that only says that it is an image.</summary>
    /// <param name="path">The path below the set's folder, with slashes.</param>
    public static string NameOf(string path)
    {
        var parts = path.Split('/').ToList();
        var last = parts.Count - 1;
        var marker = last > 0 && IsMarker(parts[0]) ? 0 : last > 0 ? parts.FindLastIndex(last - 1, IsMarker) : -1;
        if (marker >= 0) parts.RemoveAt(marker);
        return string.Join("/", parts);
    }

    /// <summary>The images of a folder: those that are there, and those of which only the labels are.</summary>
    /// <param name="root">The set's folder.</param>
    /// <param name="folder">The folder of images, full path; it need not be there.</param>
    public static IEnumerable<YoloImage> OfFolder(string root, string folder)
    {
        // A file that isn't there stands for all of the folder.
        var labels = Path.GetDirectoryName(LabelsOf(folder.TrimEnd(Path.DirectorySeparatorChar) + "/x.jpg"))!;
        var images = ImageFiles.Below(folder, ImageFiles.IsImage);
        var stems = new HashSet<string>(images.Select(ImageFiles.StemOf), StringComparer.Ordinal);
        var prefix = Below(root, folder);
        foreach (var image in images) yield return Of(image, isAssumed: false);
        foreach (var label in ImageFiles.Below(labels, IsLabel).Where(label => !stems.Contains(ImageFiles.StemOf(label)))) yield return Of(ImageFiles.StemOf(label) + ".jpg", isAssumed: true);

        YoloImage Of(string name, bool isAssumed) =>
            new(NameOf(prefix + name), ImagePlace.PathOf(folder, name), ImagePlace.PathOf(labels, ImageFiles.StemOf(name) + ".txt"), isAssumed);
    }

    /// <summary>The image that a line of a list names, which may have been written on another machine: as much of the end of its path as is there.</summary>
    /// <param name="root">The list's folder.</param>
    /// <param name="line">The line.</param>
    public static YoloImage OfLine(string root, string line)
    {
        var parts = line.Split('/').Where(part => part.Length > 0 && part != ".").ToArray();
        if (parts.Length == 1 && line.Contains('\\')) parts = line.Split('\\').Where(part => part.Length > 0 && part != ".").ToArray();
        for (var skipped = 0; skipped < parts.Length; skipped++)
        {
            var image = Named(string.Join("/", parts.Skip(skipped)));
            if (File.Exists(image.LabelPath) || File.Exists(image.ImagePath)) return image;
        }

        return Named(ImagePlace.IsAbsolute(line) ? parts.LastOrDefault() ?? "" : string.Join("/", parts));

        YoloImage Named(string name)
        {
            var path = ImagePlace.PathOf(root, name);
            return new YoloImage(NameOf(name), path, LabelsOf(path), IsAssumed: false);
        }
    }

    /// <summary>A folder or file that a set names: below the set's folder, or as much of the end of its path as is there. Null where nothing is.</summary>
    public static string? Find(string root, string written, Func<string, bool> exists)
    {
        var path = ImagePlace.PathOf(root, written.Replace('\\', '/'));
        if (exists(path)) return path;
        var parts = written.Split('/', '\\').Where(part => part.Length > 0 && part is not ("." or "..")).ToArray();
        return Enumerable.Range(0, parts.Length).Select(skipped => ImagePlace.PathOf(root, string.Join("/", parts.Skip(skipped)))).FirstOrDefault(exists);
    }

    private static bool IsMarker(string part) => part == Images || (part.StartsWith("obj_", StringComparison.Ordinal) && part.EndsWith("_data", StringComparison.Ordinal));

    private static bool IsLabel(string name) => name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !NoLabels.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Below(string root, string folder)
    {
        var start = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return folder.StartsWith(start, StringComparison.Ordinal) ? folder.Substring(start.Length).Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/') + "/" : "";
    }
}
