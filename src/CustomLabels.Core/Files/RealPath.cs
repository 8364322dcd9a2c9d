using System;
using System.Runtime.InteropServices;
using System.Text;

namespace CustomLabels.Files;

/// <summary>Finds the file that a path leads to, through links, junctions and short names.</summary>
internal static class RealPath
{
    // Linux' PATH_MAX is 4,096 and macOS' 1,024; Windows' own limit is 32,767 characters (Microsoft Learn, "Maximum Path Length Limitation").
    private const int UnixLength = 4096;
    private const int WindowsLength = 32_767;
    private const uint ShareAll = 7;
    private const uint OpenExisting = 3;
    private const uint BackupSemantics = 0x02000000;

    /// <summary>The path without links; as it was given where nothing is there, or can't be looked at.</summary>
    /// <param name="path">A full path.</param>
    public static string Of(string path) => (System.IO.Path.DirectorySeparatorChar == '\\' ? OfWindows(path) : OfUnix(path)) ?? path;

    private static string? OfUnix(string path)
    {
        var resolved = new byte[UnixLength + 1];
        if (realpath(Encoding.UTF8.GetBytes(path + "\0"), resolved) == IntPtr.Zero) return null;
        return Encoding.UTF8.GetString(resolved, 0, Array.IndexOf(resolved, (byte)0));
    }

    private static string? OfWindows(string path)
    {
        var handle = CreateFileW(path, 0, ShareAll, IntPtr.Zero, OpenExisting, BackupSemantics, IntPtr.Zero);
        if (handle == new IntPtr(-1)) return null;
        try
        {
            var resolved = new char[WindowsLength + 1];
            var length = GetFinalPathNameByHandleW(handle, resolved, (uint)resolved.Length, 0);
            return length is 0 or > WindowsLength ? null : new string(resolved, 0, (int)length);
        }
        finally
        {
            _ = CloseHandle(handle);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr realpath(byte[] path, [Out] byte[] resolved);

    [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr CreateFileW(string path, uint access, uint share, IntPtr security, uint disposition, uint flags, IntPtr template);

    [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetFinalPathNameByHandleW(IntPtr file, [Out] char[] path, uint length, uint flags);

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int CloseHandle(IntPtr handle);
}
