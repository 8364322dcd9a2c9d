using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace CustomLabels.Guards;

/// <summary>The schedulers that there are.</summary>
internal static class GuardKeepers
{
    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    /// <summary>What this system has.</summary>
    public static GuardKind Default => IsWindows ? GuardKind.ScheduledTask : SystemdKeeper.IsRunning ? GuardKind.Systemd : GuardKind.Cron;

    /// <summary>That of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="stopped">Ends what it runs.</param>
    public static IGuardKeeper Of(GuardKind kind, CancellationToken stopped)
    {
        var programs = new SystemProgram(kind, stopped);
        return kind switch
        {
            GuardKind.ScheduledTask => new TaskKeeper(programs),
            GuardKind.Systemd => new SystemdKeeper(programs),
            _ => new CronKeeper(programs),
        };
    }

    /// <summary>All that may have a guard on this system.</summary>
    /// <param name="stopped">Ends what they run.</param>
    public static IEnumerable<IGuardKeeper> Here(CancellationToken stopped)
    {
        GuardKind[] kinds = IsWindows ? [GuardKind.ScheduledTask] : [GuardKind.Systemd, GuardKind.Cron];
        return kinds.Select(kind => Of(kind, stopped));
    }
}
