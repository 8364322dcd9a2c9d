using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Usage;

/// <summary>The points of a model's inference units, as they come: in any order, a page at a time. What comes twice counts once.</summary>
internal sealed class UnitPoints
{
    // Averages are floats: what a whole number may be off by.
    private const double Rounding = 1e-6;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly SortedDictionary<DateTime, (double Units, TimeSpan Period)> _points = [];

    /// <summary>Whether all of them have come.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Takes a point.</summary>
    public void Add(DateTime time, double units, TimeSpan period) => _points[time] = (units, period);

    /// <summary>What they come to: unit hours are the average times the period; hours the period of each point with units, and of a minute in part its part.</summary>
    public IReadOnlyList<UsagePart> Parts() => _points
        .Where(point => point.Value.Units > 0)
        .Select(point => new UsagePart(point.Key, Share(point.Key, point.Value.Units, point.Value.Period) * point.Value.Period.TotalHours, point.Value.Units * point.Value.Period.TotalHours, point.Value.Period))
        .ToArray();

    /// <summary>How much of a point's time the model ran: less than all only in the first and the last minute of a run, where the average isn't whole.</summary>
    /// <remarks>
    /// The guide counts each point whole ("Tracking inference units usage"). Whether CloudWatch has a part of a minute as a part of a unit isn't documented: where it has not, the
    /// average is whole, and so is the minute.
    /// </remarks>
    private double Share(DateTime time, double units, TimeSpan period)
    {
        var isWhole = Math.Abs(units - Math.Round(units)) < Rounding;
        var (before, after) = (UnitsAt(time - period), UnitsAt(time + period));
        if (period != Minute || isWhole || (before > 0 && after > 0)) return 1;
        // The units are those of the minute beside it, and where that is one in part, too, the next whole number.
        return units / Math.Ceiling(Math.Max(units, Math.Max(before, after)) - Rounding);
    }

    private double UnitsAt(DateTime time) => _points.TryGetValue(time, out var point) && point.Period == Minute ? point.Units : 0;
}
