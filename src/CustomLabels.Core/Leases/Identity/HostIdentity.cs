using System.IO;

namespace CustomLabels.Leases.Identity;

/// <summary>Where a process runs, as far as its number means anything: only there can be told whether it is gone.</summary>
/// <param name="MachineId">The machine: a hash of the id that the system gave itself; null where it has none (macOS, many containers).</param>
/// <param name="BootId">This start of the machine; null where the system doesn't say.</param>
/// <param name="PidNamespace">The Linux namespace that numbers the process, as containers have one each; null elsewhere.</param>
/// <param name="User">The account that the process runs as: a uid or a SID.</param>
internal sealed record HostIdentity(string? MachineId, string? BootId, string? PidNamespace, string? User)
{
    /// <summary>That of this process.</summary>
    public static HostIdentity Here() => IsWindows ? WindowsHost.Here() : IsLinux ? LinuxHost.Here() : MacHost.Here();

    /// <summary>What tells a process from all others that have had or will have its number; null when there is none of that number; empty when it can't be told.</summary>
    /// <param name="processId">The process's number, in this namespace.</param>
    public static string? ProcessStart(int processId) =>
        IsWindows ? WindowsHost.ProcessStart(processId) : IsLinux ? LinuxHost.ProcessStart(processId) : MacHost.ProcessStart(processId);

    /// <summary>Whether a process that was noted there could be seen from here.</summary>
    /// <remarks>The boot is what counts: on Linux and macOS its id is random, one in the world. Where it isn't known nothing is the same.</remarks>
    public bool IsSamePlace(HostIdentity other) => BootId is not null && this == other;

#if NET
    [System.Runtime.Versioning.SupportedOSPlatformGuard("windows")]
    private static bool IsWindows => System.OperatingSystem.IsWindows();
#else
    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';
#endif

    private static bool IsLinux => Directory.Exists("/proc/self");
}
