using System;
using System.Collections.Generic;

namespace CustomLabels.Usage;

/// <summary>A time that is asked about with one period.</summary>
/// <param name="Start">Its beginning, UTC, in whole periods.</param>
/// <param name="End">Its end, in whole periods.</param>
/// <param name="Period">What each point stands for.</param>
internal sealed record MetricSlice(DateTime Start, DateTime End, TimeSpan Period)
{
    /// <summary>Minutes, of the last 15 days.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Points that CloudWatch keeps for 63 days.</summary>
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>Points that it keeps for <see cref="Longest"/>.</summary>
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Points may grow too old while they are asked for.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>For how long CloudWatch keeps a metric.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(455);

    /// <summary>A time in slices, each with the shortest period that CloudWatch still has of that age, the earliest first.</summary>
    /// <remarks>CloudWatch API reference, GetMetricData, "retention": 1 minute for 15 days, 5 minutes for 63, an hour for 455. Slices meet at full hours: so no hour is in two.</remarks>
    /// <param name="start">The beginning, UTC; the period that it is in counts whole.</param>
    /// <param name="end">The end; likewise.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<MetricSlice> Of(DateTime start, DateTime end, DateTime now)
    {
        var minutes = TimeGrid.Ceiling(now.AddDays(-15) + Margin, Hour);
        var fives = TimeGrid.Ceiling(now.AddDays(-63) + Margin, Hour);
        var slices = new List<MetricSlice>();
        Add(DateTime.MinValue, fives, Hour);
        Add(fives, minutes, FiveMinutes);
        Add(minutes, DateTime.MaxValue, Minute);
        return slices;

        void Add(DateTime from, DateTime to, TimeSpan period)
        {
            var (first, last) = (TimeGrid.Later(start, from), TimeGrid.Earlier(end, to));
            if (first < last) slices.Add(new MetricSlice(TimeGrid.Floor(first, period), TimeGrid.Ceiling(last, period), period));
        }
    }

    /// <summary>The slice in pieces of at most so many points.</summary>
    public IEnumerable<MetricSlice> Pieces(int points)
    {
        var length = TimeSpan.FromTicks(Period.Ticks * points);
        for (var from = Start; from < End; from += length) yield return this with { Start = from, End = TimeGrid.Earlier(End, from + length) };
    }
}
