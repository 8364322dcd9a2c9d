using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Leases;
using CustomLabels.Usage;

namespace CustomLabels.Commands;

/// <summary>Measures the use of models: by CloudWatch, and where that says nothing, by what is noted on this machine.</summary>
/// <param name="account">Where the models are.</param>
/// <param name="slices">The time that is measured.</param>
/// <param name="warn">Says what is missing.</param>
internal sealed class UsageMeter(AccountClient account, IReadOnlyList<MetricSlice> slices, Action<string> warn)
{
    private readonly KnownLeases _leases = KnownLeases.Read();

    /// <summary>From when it measures, in whole periods.</summary>
    public DateTime Start => slices[0].Start;

    /// <summary>Up to when.</summary>
    public DateTime End => slices[slices.Count - 1].End;

    /// <summary>Measures models.</summary>
    /// <param name="models">The models. Of several with one name the metrics know only that name: the first stands for them.</param>
    /// <param name="journal">What journals tell.</param>
    /// <param name="now">The time, UTC.</param>
    /// <exception cref="CustomLabelsException">There are no credentials, or CloudWatch failed in a way that isn't passed over.</exception>
    public IReadOnlyList<MeasuredModel> Measure(IEnumerable<ProjectVersionArn> models, IReadOnlyList<NotedRun> journal, DateTime now) => models
        .GroupBy(arn => arn.Region, StringComparer.Ordinal)
        .SelectMany(region => Measure(region.GroupBy(arn => (arn.ProjectName, arn.VersionName)).Select(same => same.First()).ToArray(), journal, now))
        .ToArray();

    private IEnumerable<MeasuredModel> Measure(ProjectVersionArn[] models, IReadOnlyList<NotedRun> journal, DateTime now)
    {
        var region = account.In(models[0].Text, models[0].Region);
        var points = Points(models, region);
        for (var i = 0; i < models.Length; i++)
        {
            var arn = models[i];
            if (points is not null && !points[i].IsComplete) warn(UsageErrors.Incomplete($"{arn.ProjectName}/{arn.VersionName}"));
            var parts = points?[i].Parts() ?? [];
            if (parts.Count > 0) yield return new MeasuredModel(arn, UsageSource.CloudWatch, parts);
            else yield return Noted(arn, [.. _leases.AllOf(region.Endpoint, arn).Select(lease => NotedRun.Of(lease, now)).OfType<NotedRun>(), .. journal.Where(run => run.Arn == arn)], points is not null);
        }
    }

    // Models of before August 2022 have no such metric, and the points of the last minutes aren't there yet. Where nothing is noted either, there was no use.
    private MeasuredModel Noted(ProjectVersionArn arn, NotedRun[] runs, bool isMeasured)
    {
        var parts = NotedRun.Parts(runs, Start, End);
        var sources = parts.Count == 0 ? UsageSource.None : runs.Where(run => run.From < End && run.To > Start).Aggregate(UsageSource.None, (all, run) => all | run.Source);
        return new MeasuredModel(arn, sources == UsageSource.None && isMeasured ? UsageSource.CloudWatch : sources, parts);
    }

    /// <summary>The metrics of models; null where they can't be had.</summary>
    private IReadOnlyList<UnitPoints>? Points(ProjectVersionArn[] models, AccountRegion region)
    {
        try
        {
            var client = account.Metrics(region.Name);
            return region.Waiter.Wait(stopped => client.UnitsAsync(models, slices, stopped));
        }
        catch (CustomLabelsException exception) when (UsageErrors.IsPassedOver(exception.Error))
        {
            warn(UsageErrors.MetricsUnread(exception.Error, region.Name));
            return null;
        }
    }
}
