using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Metrics;

namespace CustomLabels.Local.Operations;

/// <summary>Answers what CloudWatch is asked about models.</summary>
internal sealed class MetricOperations(UnitMetric metric)
{
    // CloudWatch API reference, GetMetricData: "A single GetMetricData call can include up to 500 MetricDataQuery structures."
    private const int MostQueries = 500;

    // The same, MetricDataQuery: "The first character must be a lowercase letter", then letters, digits and underscores.
    private static readonly Regex IdForm = new(@"\A[a-z][a-zA-Z0-9_]*\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Answers GetMetricData.</summary>
    /// <exception cref="ServiceException">It can't be asked, or only CloudWatch itself could answer it.</exception>
    public GetMetricDataOutput Get(GetMetricDataInput request)
    {
        var queries = request.MetricDataQueries!.Select(query => query!).ToArray();
        Check(request, queries);
        var results = queries.Where(query => query.ReturnData != false).Select(query => Answer(query, request)).ToArray();
        return MetricPages.Cut(results, request.MaxDatapoints, request.NextToken, Encoding.UTF8.GetString(JsonMemberWriter.Body(request with { NextToken = null })));
    }

    private static void Check(GetMetricDataInput request, MetricDataQuery[] queries)
    {
        if (queries.Length > MostQueries) throw MetricFaults.TooManyQueries(MostQueries);
        if (request.StartTime >= request.EndTime) throw MetricFaults.Invalid("The parameter StartTime must be less than the parameter EndTime.");
        if (request.MaxDatapoints < 1) throw MetricFaults.Invalid("The parameter MaxDatapoints must be at least 1.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            if (!IdForm.IsMatch(query.Id!)) throw MetricFaults.Invalid($"The value '{VisibleText.Of(query.Id)}' for field Id must match pattern '^[a-z][a-zA-Z0-9_]*$'.");
            if (!ids.Add(query.Id!)) throw MetricFaults.Invalid($"The values for parameter Id in MetricDataQueries are not unique: '{VisibleText.Of(query.Id)}'.");
            if (query.MetricStat is not { } stat) throw MetricFaults.NotServed(query.Expression ?? "a query without MetricStat");
            if (stat.Stat != "Average") throw MetricFaults.NotServed(stat.Stat!);
            if (stat.Period % UnitMetric.Minute.TotalSeconds != 0) throw MetricFaults.Invalid("The parameter Period must be a multiple of 60 for this metric.");
        }
    }

    private MetricDataResult Answer(MetricDataQuery query, GetMetricDataInput request)
    {
        var stat = query.MetricStat!;
        var points = metric.Averages(stat.Metric!, TimeSpan.FromSeconds(stat.Period!.Value), request.StartTime!.Value, request.EndTime!.Value);
        if (request.ScanBy != ScanBy.TimestampAscending) points = points.Reverse().ToArray();
        return new MetricDataResult
        {
            Id = query.Id,
            Label = query.Label ?? stat.Metric!.MetricName,
            Timestamps = points.Select(point => (DateTime?)point.Time).ToArray(),
            Values = points.Select(point => (double?)point.Value).ToArray(),
        };
    }
}
