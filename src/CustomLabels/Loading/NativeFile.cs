using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace CustomLabels.Loading;

/// <summary>Where the native libraries of a private library lie: <c>runtimes/&lt;rid&gt;/native</c> below its folder, as in the packages that they come from. Those
/// for Windows lie beside what Windows PowerShell loads, which looks there first, and serve both editions.</summary>
internal static class NativeFile
{
    private const string Windows = "win-";
    private const string Runtimes = "runtimes";

    /// <summary>The runtime identifier of this process.</summary>
    public static string ThisIdentifier => Identifier(ThisSystem, RuntimeInformation.ProcessArchitecture, IsMusl);

#if NETFRAMEWORK
    private static bool IsMusl => false;

    private static OSPlatform ThisSystem => OSPlatform.Windows;
#else
    // As the runtime itself was built: a machine of glibc may have musl's loader beside it.
    private static bool IsMusl => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    private static OSPlatform ThisSystem =>
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
#endif

    /// <summary>The file of a native library for this process; null where there is none.</summary>
    /// <param name="folder">The private library's folder.</param>
    /// <param name="name">The library's name, with or without what the system puts before and after it.</param>
    public static string? Find(string folder, string name)
    {
        var path = Path.Combine(FolderOf(folder, ThisIdentifier), FileName(ThisSystem, name));
        return File.Exists(path) ? path : null;
    }

    /// <summary>The runtime identifiers that there are native libraries for, in order.</summary>
    /// <param name="folder">The private library's folder.</param>
    public static IReadOnlyList<string> Identifiers(string folder) =>
    [
        .. FoldersIn(Path.Combine(folder, Runtimes))
            .Concat(FoldersIn(WindowsFolder(folder)).Where(name => name != Runtimes).Select(name => Windows + name))
            .Where(identifier => Directory.Exists(FolderOf(folder, identifier)) && Directory.EnumerateFiles(FolderOf(folder, identifier)).Any())
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The folder of the native libraries for a runtime identifier.</summary>
    /// <param name="folder">The private library's folder.</param>
    /// <param name="identifier">The runtime identifier.</param>
    public static string FolderOf(string folder, string identifier) => identifier.StartsWith(Windows, StringComparison.Ordinal)
        ? Path.Combine(WindowsFolder(folder), identifier.Substring(Windows.Length))
        : Path.Combine(folder, Runtimes, identifier, "native");

    /// <summary>The runtime identifier whose folder holds the native libraries of a process.</summary>
    /// <param name="system">The system.</param>
    /// <param name="architecture">The process's, which may be another than the machine's.</param>
    /// <param name="isMusl">Whether its C library is musl, as Alpine's.</param>
    public static string Identifier(OSPlatform system, Architecture architecture, bool isMusl)
    {
        // One file for both of its architectures.
        if (system == OSPlatform.OSX) return "osx";
        var name = system == OSPlatform.Windows ? Windows : isMusl ? "linux-musl-" : "linux-";
        return name + architecture.ToString().ToLowerInvariant();
    }

    /// <summary>What a system calls the file of a native library.</summary>
    /// <param name="system">The system.</param>
    /// <param name="name">As the code that calls it says: <c>libSkiaSharp</c>.</param>
    public static string FileName(OSPlatform system, string name)
    {
        var extension = system == OSPlatform.Windows ? ".dll" : system == OSPlatform.OSX ? ".dylib" : ".so";
        return name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name : name + extension;
    }

#if NETFRAMEWORK
    private static string WindowsFolder(string folder) => folder;
#else
    private static string WindowsFolder(string folder) => Path.GetFullPath(Path.Combine(folder, "..", "..", "desktop", Path.GetFileName(folder)));
#endif

    private static IEnumerable<string> FoldersIn(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)) : [];
}
