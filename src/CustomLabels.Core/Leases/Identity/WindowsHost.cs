using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Principal;
using Microsoft.Win32;

namespace CustomLabels.Leases.Identity;

/// <summary>Windows.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("windows")]
#endif
internal static class WindowsHost
{
    // SystemTimeOfDayInformation of ntdll: BootTime, CurrentTime, TimeZoneBias (64 bits each), TimeZoneId, Reserved (32 bits each), BootTimeBias, SleepTimeBias.
    private const int TimeOfDay = 3;
    private const int TimeOfDayLength = 48;
    private const int BootTimeBias = 32;

    public static HostIdentity Here()
    {
        using var user = WindowsIdentity.GetCurrent();
        return new(HostHash.Of(MachineGuid()), BootId(), PidNamespace: null, user.User?.Value);
    }

    /// <summary>When the process was made: written down once, and not moved by a change of the clock.</summary>
    public static string? ProcessStart(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToFileTimeUtc().ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
        catch (Win32Exception)
        {
            return "";
        }
    }

    /// <summary>When the machine started, by the clock that it had then. A change of the clock moves the boot's time and its bias by the same: the difference stays.</summary>
    /// <remarks>If some Windows doesn't keep to that, its boots look like others, and leases are due by their time alone.</remarks>
    private static string? BootId()
    {
        var buffer = Marshal.AllocHGlobal(TimeOfDayLength);
        try
        {
            return NtQuerySystemInformation(TimeOfDay, buffer, TimeOfDayLength, out var length) == 0 && length >= BootTimeBias + sizeof(long)
                ? (Marshal.ReadInt64(buffer) - Marshal.ReadInt64(buffer, BootTimeBias)).ToString(CultureInfo.InvariantCulture)
                : null;
        }
        finally
        {
            Marshal.FreeHGlobal(buffer);
        }
    }

    private static string? MachineGuid()
    {
        // A 32-bit process sees another registry, without it.
        using var machine = RegistryKey.OpenBaseKey(RegistryHive.LocalMachine, RegistryView.Registry64);
        using var key = machine.OpenSubKey(@"SOFTWARE\Microsoft\Cryptography");
        return key?.GetValue("MachineGuid") as string;
    }

    [DllImport("ntdll.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NtQuerySystemInformation(int kind, IntPtr buffer, int length, out int returned);
}
