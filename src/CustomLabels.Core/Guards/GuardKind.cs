namespace CustomLabels;

/// <summary>What of the system runs a guard.</summary>
public enum GuardKind
{
    /// <summary>The Task Scheduler of Windows.</summary>
    ScheduledTask,

    /// <summary>A timer of the user's own systemd (Linux).</summary>
    Systemd,

    /// <summary>A line of the user's crontab (Linux, macOS).</summary>
    Cron,
}
