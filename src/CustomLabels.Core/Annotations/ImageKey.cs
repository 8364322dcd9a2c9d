using System.Linq;

namespace CustomLabels.Annotations;

/// <summary>The key of an image in a bucket that a folder stands for: the object <c>x/y.jpg</c> is the file <c>x/y.jpg</c> below it.</summary>
internal static class ImageKey
{
    /// <summary>Whether a key can only name a file below the folder, whichever folder that is.</summary>
    public static bool IsFile(string key)
    {
        var isWindows = System.IO.Path.DirectorySeparatorChar == '\\';
        return !key.Contains('\0')
            && !(isWindows && (key.Contains('\\') || key.Contains(':')))
            && !key.Split('/').Any(part => part.Length == 0 || part is "." or "..");
    }
}
