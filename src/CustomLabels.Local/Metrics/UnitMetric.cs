using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Metrics;

/// <summary>The inference units in service as CloudWatch keeps them: a value each minute while a model runs, and averages of those over longer periods.</summary>
/// <remarks>
/// AWS documents the metric, its dimensions and that it comes each minute (Custom Labels guide, "Tracking inference units usage"), and that a started hour counts whole in an average
/// over hours: there are no zeros where a model doesn't run. How it measures a minute in part isn't documented. Here the value of a minute is the mean over all of it: the sum
/// of the minutes is what is billed, to the second.
/// </remarks>
/// <param name="account">Whose models.</param>
internal sealed class UnitMetric(AwsAccount account)
{
    /// <summary>The shortest period.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The points of a metric that begin in a time, the earliest first; none of a metric that isn't there.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="period">What to average over: whole minutes.</param>
    /// <param name="start">From then on; the period that it lies in counts whole.</param>
    /// <param name="end">Before this.</param>
    public IReadOnlyList<MetricPoint> Averages(Metric metric, TimeSpan period, DateTime start, DateTime end)
    {
        if (metric.Namespace != "AWS/Rekognition" || metric.MetricName != "InServiceInferenceUnits" || metric.Dimensions?.Count != 2) return [];
        if (Dimension(metric, "ProjectName") is not { } project || Dimension(metric, "VersionName") is not { } version) return [];
        return Minutes(account.UnitsOf(project, version), Floor(start, period), end)
            .GroupBy(point => Floor(point.Time, period))
            .Where(group => group.Key < end)
            .Select(group => new MetricPoint(group.Key, group.Average(point => point.Value)))
            .ToArray();
    }

    /// <summary>The beginning of the period that a time is in.</summary>
    public static DateTime Floor(DateTime time, TimeSpan period) => new(time.Ticks - (time.Ticks % period.Ticks), DateTimeKind.Utc);

    private static string? Dimension(Metric metric, string name) => metric.Dimensions!.FirstOrDefault(dimension => dimension!.Name == name)?.Value;

    private static IEnumerable<MetricPoint> Minutes(IEnumerable<(DateTime From, DateTime To, int Units)> spans, DateTime start, DateTime end)
    {
        var seconds = new SortedDictionary<DateTime, double>();
        foreach (var (from, to, units) in spans.Where(span => span.To > start && span.From < end))
        {
            for (var minute = Floor(from < start ? start : from, Minute); minute < to && minute < end; minute += Minute)
            {
                var part = Min(to, minute + Minute) - Max(from, minute);
                seconds[minute] = (seconds.TryGetValue(minute, out var before) ? before : 0) + (part.TotalSeconds * units);
            }
        }

        return seconds.Select(one => new MetricPoint(one.Key, one.Value / Minute.TotalSeconds));
    }

    private static DateTime Min(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Max(DateTime a, DateTime b) => a > b ? a : b;
}
