using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace CustomLabels.Files;

/// <summary>What .NET doesn't tell of a file on Unix: whose it is, and that a folder's entries are on the device.</summary>
internal static class UnixFile
{
    /// <summary>The account that files are made and opened as.</summary>
    public static uint EffectiveUser() => geteuid();

    /// <summary>Gives a file or folder its mode.</summary>
    public static void SetMode(string path, uint mode)
    {
        if (chmod(Native(path), mode) != 0) throw new UnauthorizedAccessException($"The mode of '{path}' can't be set.");
    }

    /// <summary>Has what stands in a folder written to the device: a name that was given just now would else be lost with the power, though its file is not.</summary>
    /// <remarks>Some file systems can't, and have nothing to do for it either.</remarks>
    public static void FlushFolder(string path)
    {
        const int readOnly = 0;
        var handle = open(Native(path), readOnly);
        if (handle < 0) throw new IOException($"The folder '{path}' can't be opened.");
        _ = fsync(handle);
        _ = close(handle);
    }

#if NET
    private const uint TypeMask = 0xF000;
    private const uint Regular = 0x8000;
    private const uint Folder = 0x4000;
    private const uint WrittenByOthers = 0x12;

    // .NET's own stat, the same on every Unix: flags, mode, uid, gid (32 bits each), and more that isn't read.
    private const int ModeOffset = 4;
    private const int UserOffset = 8;
    private const int Longest = 512;

    /// <summary>What keeps a file or folder from being trusted as this account's own; null when nothing does. A link is looked at itself.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isFolder">Whether it has to be a folder, and else a plain file.</param>
    public static string? Distrust(string path, bool isFolder)
    {
        var status = new byte[Longest];
        if (SystemNative_LStat(Native(path), status) != 0) throw new FileNotFoundException("It is gone, or can't be looked at.", path);
        var mode = BitConverter.ToUInt32(status, ModeOffset);
        var user = BitConverter.ToUInt32(status, UserOffset);
        if ((mode & TypeMask) != (isFolder ? Folder : Regular)) return isFolder ? "it is a link or no folder" : "it is a link or no plain file";
        if (user != geteuid()) return $"it belongs to another account (uid {user})";
        return (mode & WrittenByOthers) != 0 ? "others may write to it (chmod go-w takes that away)" : null;
    }

    [DllImport("libSystem.Native")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SystemNative_LStat(byte[] path, byte[] status);
#endif

    private static byte[] Native(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint geteuid();

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int chmod(byte[] path, uint mode);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
}
