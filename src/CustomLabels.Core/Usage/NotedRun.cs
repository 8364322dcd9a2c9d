using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Leases;

namespace CustomLabels.Usage;

/// <summary>A time for which a note on this machine says that a model ran.</summary>
/// <param name="Arn">The model.</param>
/// <param name="From">The beginning, UTC.</param>
/// <param name="To">The end.</param>
/// <param name="Units">Inference units, 1 and up.</param>
/// <param name="Source">What says so.</param>
internal sealed record NotedRun(ProjectVersionArn Arn, DateTime From, DateTime To, int Units, UsageSource Source)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The run of a lease's model; null where nothing has confirmed that it runs.</summary>
    /// <param name="lease">The lease. One whose model was surely stopped is gone.</param>
    /// <param name="now">The time, UTC.</param>
    public static NotedRun? Of(ModelLease lease, DateTime now) =>
        lease.State is LeaseState.Prepared or LeaseState.Starting || lease.UnconfirmedSince is not null || lease.StartedAt >= now ? null : new NotedRun(lease.Place.Arn, lease.StartedAt, now, lease.MinInferenceUnits, UsageSource.Leases);

    /// <summary>What the runs of one model come to: where several are at one time, the one with the most units.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="start">From then on, UTC.</param>
    /// <param name="end">Up to this.</param>
    public static IReadOnlyList<UsagePart> Parts(IReadOnlyCollection<NotedRun> runs, DateTime start, DateTime end)
    {
        var seen = runs.Where(run => run.From < end && run.To > start).ToArray();
        // At each of these something begins or ends; a day does, too.
        var times = seen.SelectMany(run => new[] { TimeGrid.Later(run.From, start), TimeGrid.Earlier(run.To, end) }).ToList();
        if (times.Count == 0) return [];
        for (var day = TimeGrid.Ceiling(times.Min(), Day); day < times.Max(); day += Day) times.Add(day);
        var sorted = times.Distinct().OrderBy(time => time).ToArray();
        var parts = new List<UsagePart>();
        for (var i = 0; i + 1 < sorted.Length; i++)
        {
            var (from, to) = (sorted[i], sorted[i + 1]);
            var units = seen.Where(run => run.From < to && run.To > from).Select(run => run.Units).DefaultIfEmpty(0).Max();
            if (units > 0) parts.Add(new UsagePart(from, (to - from).TotalHours, (to - from).TotalHours * units, Period: null));
        }

        return parts;
    }
}
