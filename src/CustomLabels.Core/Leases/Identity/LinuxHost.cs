using System;
using System.Globalization;
using System.IO;
using System.Linq;
using CustomLabels.Files;

namespace CustomLabels.Leases.Identity;

/// <summary>Linux: all of it stands in <c>/proc</c> (proc(5)).</summary>
internal static class LinuxHost
{
    // Counted behind the name, which is in brackets and may have brackets and blanks in it.
    private const int StateField = 0;
    private const int StartTimeField = 19;

    public static HostIdentity Here() => new(
        HostHash.Of(ReadText("/etc/machine-id") ?? ReadText("/var/lib/dbus/machine-id")),
        ReadText("/proc/sys/kernel/random/boot_id")?.Trim(),
        LinkOf("/proc/self/ns/pid"),
        UnixFile.EffectiveUser().ToString(CultureInfo.InvariantCulture));

    /// <summary>Field 22, the clock ticks from the machine's start to the process's: neither suspend nor a change of the clock moves it.</summary>
    public static string? ProcessStart(int processId)
    {
        try
        {
            return StartOf(File.ReadAllText(string.Format(CultureInfo.InvariantCulture, "/proc/{0}/stat", processId)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // ESRCH: it went while it was read.
            return Directory.Exists(string.Format(CultureInfo.InvariantCulture, "/proc/{0}", processId)) ? "" : null;
        }
    }

    /// <summary>The start in a line of <c>/proc/(pid)/stat</c>; null of a process that has ended and is only not yet collected by its parent.</summary>
    internal static string? StartOf(string stat)
    {
        var fields = stat.Substring(stat.LastIndexOf(')') + 1).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length <= StartTimeField) return "";
        return fields[StateField] is "Z" or "X" or "x" ? null : fields[StartTimeField];
    }

    private static string? ReadText(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? LinkOf(string path)
    {
#if NET
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
#else
        // Mono, for tests: it reads no links. Its processes are all of one namespace.
        return Path.GetFileName(path);
#endif
    }
}
