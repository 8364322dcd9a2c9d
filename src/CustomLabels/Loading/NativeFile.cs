#if !NETFRAMEWORK
using System;
using System.IO;
using System.Runtime.InteropServices;

namespace CustomLabels.Loading;

/// <summary>Where the native libraries of a private library lie: <c>runtimes/&lt;rid&gt;/native</c> below its folder, as in the packages that they come from.</summary>
internal static class NativeFile
{
    /// <summary>The file of a native library for this process; null where there is none.</summary>
    /// <param name="folder">The private library's folder.</param>
    /// <param name="name">The library's name, with or without what the system puts before and after it.</param>
    public static string? Find(string folder, string name)
    {
        var system = ThisSystem();
        var path = Path.Combine(folder, "runtimes", Identifier(system, RuntimeInformation.ProcessArchitecture, IsMusl), "native", FileName(system, name));
        return File.Exists(path) ? path : null;
    }

    /// <summary>The runtime identifier whose folder holds the native libraries of a process.</summary>
    /// <param name="system">The system.</param>
    /// <param name="architecture">The process's, which may be another than the machine's.</param>
    /// <param name="isMusl">Whether its C library is musl, as Alpine's.</param>
    public static string Identifier(OSPlatform system, Architecture architecture, bool isMusl)
    {
        // One file for both of its architectures.
        if (system == OSPlatform.OSX) return "osx";
        var name = system == OSPlatform.Windows ? "win" : isMusl ? "linux-musl" : "linux";
        return $"{name}-{architecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>What a system calls the file of a native library.</summary>
    /// <param name="system">The system.</param>
    /// <param name="name">As the code that calls it says: <c>libSkiaSharp</c>.</param>
    public static string FileName(OSPlatform system, string name)
    {
        var extension = system == OSPlatform.Windows ? ".dll" : system == OSPlatform.OSX ? ".dylib" : ".so";
        return name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name : name + extension;
    }

    // As the runtime itself was built: a machine of glibc may have musl's loader beside it.
    private static bool IsMusl => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    private static OSPlatform ThisSystem() =>
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
}
#endif
