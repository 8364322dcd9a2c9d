using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Arns;

namespace CustomLabels.Usage;

/// <summary>Asks CloudWatch how many inference units models had in service.</summary>
/// <param name="service">Calls CloudWatch.</param>
internal sealed class MetricClient(ControlPlane service)
{
    // CloudWatch API reference, GetMetricData: the most queries, and the most points of an answer.
    private const int MostQueries = 500;
    private const int MostPoints = 100_800;

    /// <summary>The points of each model, in the models' order.</summary>
    /// <param name="models">The models: no two of one name, by which the metric knows them.</param>
    /// <param name="slices">The times, with the period of each.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">CloudWatch refused or failed for good, there was no answer, or there are no credentials.</exception>
    public async Task<IReadOnlyList<UnitPoints>> UnitsAsync(IReadOnlyList<ProjectVersionArn> models, IReadOnlyList<MetricSlice> slices, CancellationToken cancellationToken)
    {
        var all = models.Select(_ => new UnitPoints()).ToArray();
        for (var first = 0; first < models.Count; first += MostQueries)
        {
            var some = models.Skip(first).Take(MostQueries).ToArray();
            foreach (var piece in slices.SelectMany(slice => slice.Pieces(MostPoints / some.Length)))
                await AskAsync(some, piece, new ArraySegment<UnitPoints>(all, first, some.Length), cancellationToken).ConfigureAwait(false);
        }

        return all;
    }

    private async Task AskAsync(ProjectVersionArn[] models, MetricSlice slice, IReadOnlyList<UnitPoints> points, CancellationToken cancellationToken)
    {
        var queries = models.Select((arn, index) => Query(Id(index), arn, slice.Period)).ToArray();
        var results = await Pages.AllAsync("metrics", async token =>
        {
            var request = new GetMetricDataInput { MetricDataQueries = queries, StartTime = slice.Start, EndTime = slice.End, NextToken = token };
            var answer = await service.CallAsync(CloudWatchOperations.GetMetricData, request, "metrics", cancellationToken).ConfigureAwait(false);
            return (answer.MetricDataResults, answer.NextToken);
        }).ConfigureAwait(false);

        var byId = results.GroupBy(result => result.Id ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        for (var index = 0; index < models.Length; index++)
        {
            var pages = byId.TryGetValue(Id(index), out var found) ? found : [];
            foreach (var page in pages) Take(page, slice, points[index]);
            // Each page says of its result whether more is to come; the last one has to say that it is all.
            if (pages.Length == 0 || pages[pages.Length - 1].StatusCode != StatusCode.Complete) points[index].IsComplete = false;
        }
    }

    // Times and values lie side by side; one without the other is no point.
    private static void Take(MetricDataResult page, MetricSlice slice, UnitPoints points)
    {
        var (times, values) = (page.Timestamps ?? [], page.Values ?? []);
        for (var i = 0; i < times.Count && i < values.Count; i++)
        {
            if (times[i] is { } time && values[i] is { } value && time >= slice.Start && time < slice.End) points.Add(time, value, slice.Period);
        }
    }

    // Begins with a lower-case letter, as it has to.
    private static string Id(int index) => FormattableString.Invariant($"m{index}");

    private static MetricDataQuery Query(string id, ProjectVersionArn arn, TimeSpan period) => new()
    {
        Id = id,
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = "AWS/Rekognition",
                MetricName = "InServiceInferenceUnits",
                Dimensions = [new Dimension { Name = "ProjectName", Value = arn.ProjectName }, new Dimension { Name = "VersionName", Value = arn.VersionName }],
            },
            Period = (int)period.TotalSeconds,
            Stat = "Average",
        },
    };
}
