using System.IO;

namespace CustomLabels.Images;

/// <summary>What can be told of a path without opening what it names.</summary>
internal static class FilePath
{
    /// <summary>The most characters of a path on any system: Windows' own limit (Microsoft Learn, "Maximum Path Length Limitation"; PATH_MAX of Linux is 4096 bytes).</summary>
    public const int MaxLength = 32_767;

    private static readonly bool IsOnWindows = Path.DirectorySeparatorChar == '\\';

    /// <summary>Whether a path is absolute by Windows' own prefixes, <c>\\?\</c> and <c>\\.\</c>, which PowerShell's drives have nothing to do with. On Windows only.</summary>
    /// <param name="path">Any path.</param>
    public static bool HasPrefix(string path) => IsOnWindows && WindowsPath.HasPrefix(path);

    /// <summary>The path without such a prefix, where it names the same file without it.</summary>
    /// <param name="path">An absolute path.</param>
    public static string Plain(string path) => IsOnWindows ? WindowsPath.Plain(path) : path;

    /// <summary>Whether a path is the name of a file, a folder or a device that is there. A device is not asked for: see <see cref="IsDevice"/>.</summary>
    /// <param name="path">An absolute path.</param>
    public static bool IsTaken(string path) => IsDevice(path) || File.Exists(path) || Directory.Exists(path);

    /// <summary>Whether a path names a folder.</summary>
    /// <param name="path">An absolute path.</param>
    public static bool IsFolder(string path) => !IsDevice(path) && Directory.Exists(path);

    /// <summary>Whether a path names a device or a pipe by its name alone, as on Windows: to ask for its attributes would open it.</summary>
    /// <param name="path">An absolute path.</param>
    public static bool IsDevice(string path) => IsOnWindows && WindowsPath.NamesDevice(path);
}
