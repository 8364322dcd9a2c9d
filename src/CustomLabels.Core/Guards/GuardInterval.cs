using System;

namespace CustomLabels.Guards;

/// <summary>How often a guard may pass: what cron, systemd and the Task Scheduler understand alike.</summary>
internal static class GuardInterval
{
    private const int MinutesOfHour = 60;

    /// <summary>The interval, if it is one.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: not whole minutes that divide an hour.</exception>
    public static TimeSpan Require(TimeSpan interval)
    {
        var minutes = interval.TotalMinutes;
        return minutes is >= 1 and <= MinutesOfHour && interval.Ticks % TimeSpan.TicksPerMinute == 0 && MinutesOfHour % (int)minutes == 0
            ? interval
            : throw new CustomLabelsException(GuardErrors.IntervalInvalid(interval));
    }
}
