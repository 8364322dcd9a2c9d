using System;

namespace CustomLabels.Usage;

/// <summary>Times in whole periods, UTC.</summary>
internal static class TimeGrid
{
    /// <summary>The beginning of the period that a time is in.</summary>
    public static DateTime Floor(DateTime time, TimeSpan period) => new(time.Ticks - (time.Ticks % period.Ticks), DateTimeKind.Utc);

    /// <summary>The same, or of a time within a period its end.</summary>
    public static DateTime Ceiling(DateTime time, TimeSpan period) => Floor(time, period) is var floor && floor == time ? floor : floor + period;

    public static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    public static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
