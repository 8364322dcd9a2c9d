#if NET
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using CustomLabels.Loading;
using Xunit;

namespace CustomLabels.Aws.Tests.Loading;

public sealed class NativeFileTests
{
    /// <summary>A library that can be loaded: one of those that this process has loaded.</summary>
    public static string AnyLibrary { get; } = Process.GetCurrentProcess().Modules.Cast<ProcessModule>()
        .Select(module => module.FileName!)
        .First(file => Path.GetFileName(file).Contains("System.Native", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(file).Equals("clrjit.dll", StringComparison.OrdinalIgnoreCase));

    private static OSPlatform Platform =>
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;

    public static string FileName(string name) => NativeFile.FileName(Platform, name);

    // The folders of SkiaSharp.NativeAssets.Win32, .Linux.NoDependencies and .macOS.
    [Theory]
    [InlineData("WINDOWS", Architecture.X64, false, "win-x64")]
    [InlineData("WINDOWS", Architecture.X86, false, "win-x86")]
    [InlineData("WINDOWS", Architecture.Arm64, false, "win-arm64")]
    [InlineData("LINUX", Architecture.X64, false, "linux-x64")]
    [InlineData("LINUX", Architecture.Arm64, false, "linux-arm64")]
    [InlineData("LINUX", Architecture.X64, true, "linux-musl-x64")]
    [InlineData("OSX", Architecture.Arm64, false, "osx")]
    [InlineData("OSX", Architecture.X64, false, "osx")]
    public void The_folder_is_named_by_system_process_and_c_library(string system, Architecture architecture, bool isMusl, string identifier) =>
        Assert.Equal(identifier, NativeFile.Identifier(OSPlatform.Create(system), architecture, isMusl));

    [Theory]
    [InlineData("WINDOWS", "libSkiaSharp", "libSkiaSharp.dll")]
    [InlineData("WINDOWS", "libSkiaSharp.DLL", "libSkiaSharp.DLL")]
    [InlineData("LINUX", "libSkiaSharp", "libSkiaSharp.so")]
    [InlineData("OSX", "libSkiaSharp", "libSkiaSharp.dylib")]
    public void The_file_has_the_system_s_extension(string system, string name, string file) =>
        Assert.Equal(file, NativeFile.FileName(OSPlatform.Create(system), name));

    [Fact]
    public void What_is_for_Windows_is_one_file_for_both_editions()
    {
        using var module = new TemporaryFolder();
        var core = Path.Combine(module.Path, "core", "imaging");

        Assert.Equal(Path.Combine(module.Path, "desktop", "imaging", "arm64"), NativeFile.FolderOf(core, "win-arm64"));
        Assert.Equal(Path.Combine(core, "runtimes", "linux-x64", "native"), NativeFile.FolderOf(core, "linux-x64"));
    }

    [Fact]
    public void What_there_are_libraries_for_is_listed()
    {
        using var module = new TemporaryFolder();
        var core = Path.Combine(module.Path, "core", "imaging");
        Assert.Empty(NativeFile.Identifiers(core));

        foreach (var identifier in new[] { "win-x64", "osx", "linux-musl-x64" }) module.Write(Path.Combine(NativeFile.FolderOf(core, identifier), "libSkiaSharp"), "");
        Directory.CreateDirectory(NativeFile.FolderOf(core, "linux-arm64"));

        Assert.Equal(["linux-musl-x64", "osx", "win-x64"], NativeFile.Identifiers(core));
    }

    [Fact]
    public void A_library_that_is_not_there_is_not_found()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(NativeFile.Find(folder.Path, "libSkiaSharp"));
    }
}
#endif
