using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CustomLabels.Files;

namespace CustomLabels.Leases.Identity;

/// <summary>macOS: sysctl(3) knows it.</summary>
internal static class MacHost
{
    // CTL_KERN, KERN_PROC, KERN_PROC_PID of sys/sysctl.h; a kinfo_proc of 64 bits is 648 bytes long and begins with the start: seconds (64 bits), microseconds (32).
    private const int Kern = 1;
    private const int KernProc = 14;
    private const int KernProcPid = 1;
    private const int ProcessInfoLength = 648;

    public static HostIdentity Here() => new(MachineId: null, BootSession(), PidNamespace: null, UnixFile.EffectiveUser().ToString(CultureInfo.InvariantCulture));

    /// <summary>When the process was made: written down once, and not moved by a change of the clock.</summary>
    public static string? ProcessStart(int processId)
    {
        var info = new byte[ProcessInfoLength];
        var length = (IntPtr)info.Length;
        if (sysctl([Kern, KernProc, KernProcPid, processId], 4, info, ref length, IntPtr.Zero, IntPtr.Zero) != 0) return "";
        return length == IntPtr.Zero ? null : string.Format(CultureInfo.InvariantCulture, "{0}.{1:D6}", BitConverter.ToInt64(info, 0), BitConverter.ToInt32(info, 8));
    }

    private static string? BootSession()
    {
        var text = new byte[64];
        var length = (IntPtr)text.Length;
        return sysctlbyname("kern.bootsessionuuid", text, ref length, IntPtr.Zero, IntPtr.Zero) == 0 ? Encoding.ASCII.GetString(text, 0, (int)length).TrimEnd('\0') : null;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sysctl(int[] name, uint nameLength, byte[] value, ref IntPtr length, IntPtr newValue, IntPtr newLength);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sysctlbyname([MarshalAs(UnmanagedType.LPStr)] string name, byte[] value, ref IntPtr length, IntPtr newValue, IntPtr newLength);
}
