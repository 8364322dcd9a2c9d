using System;
using System.IO;
using CustomLabels.Annotations;

namespace CustomLabels.Local.Images;

/// <summary>The folder that stands for the bucket: the object <c>x/y.jpg</c> is the file <c>x/y.jpg</c> below it, letter by letter.</summary>
internal sealed class ImageFolder
{
    private readonly string _prefix;

    /// <summary>A folder.</summary>
    /// <param name="path">Its path.</param>
    public ImageFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        var endsInSeparator = Path[Path.Length - 1] == System.IO.Path.DirectorySeparatorChar;
        _prefix = endsInSeparator ? Path : Path + System.IO.Path.DirectorySeparatorChar;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Whether a key is meant by a name: the whole key, or what follows one of its slashes, such as the file's name.</summary>
    public static bool IsNamed(string key, string name) => key.EndsWith(name, StringComparison.Ordinal) && (key.Length == name.Length || key[key.Length - name.Length - 1] == '/');

    /// <summary>The key of a file; null for one that is not below the folder.</summary>
    public string? KeyOf(string file) => file.StartsWith(_prefix, StringComparison.Ordinal) ? file.Substring(_prefix.Length).Replace(System.IO.Path.DirectorySeparatorChar, '/') : null;

    /// <summary>The file of a key; null when the key names nothing below the folder.</summary>
    public string? FileOf(string key)
    {
        if (!ImageKey.IsFile(key)) return null;

        // The second look is for what a file system makes of a name by itself, such as Windows of "..␠".
        var file = System.IO.Path.GetFullPath(_prefix + key.Replace('/', System.IO.Path.DirectorySeparatorChar));
        return file.StartsWith(_prefix, StringComparison.Ordinal) ? file : null;
    }
}
