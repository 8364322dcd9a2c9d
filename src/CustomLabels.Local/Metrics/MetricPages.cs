using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Metrics;

/// <summary>Cuts the points of an answer into pages: one result after the other, and one that goes on in the next page is of partial data. Each page names every result, as CloudWatch's do.</summary>
internal static class MetricPages
{
    /// <summary>The most points of a page.</summary>
    public const int Limit = 100_800;

    /// <summary>One page.</summary>
    /// <param name="results">The whole results.</param>
    /// <param name="most">The most points that were asked for; null for the limit.</param>
    /// <param name="token">The page before's; null or empty for the first.</param>
    /// <param name="asked">What was asked for, but for the page.</param>
    /// <exception cref="ServiceException"><c>InvalidNextToken</c>.</exception>
    public static GetMetricDataOutput Cut(IReadOnlyList<MetricDataResult> results, int? most, string? token, string asked)
    {
        var start = string.IsNullOrEmpty(token) ? 0 : Start(token!, asked);
        var total = results.Sum(result => result.Values!.Count);
        if (start < 0 || start > total) throw MetricFaults.NextTokenInvalid();
        var end = Math.Min(total, start + Math.Min(most ?? Limit, Limit));
        var page = new List<MetricDataResult>();
        var before = 0;
        foreach (var result in results)
        {
            var (from, to) = (Within(start - before, result), Within(end - before, result));
            page.Add(result with
            {
                Timestamps = result.Timestamps!.Skip(from).Take(to - from).ToArray(),
                Values = result.Values!.Skip(from).Take(to - from).ToArray(),
                StatusCode = to < result.Values!.Count ? StatusCode.PartialData : StatusCode.Complete,
            });
            before += result.Values!.Count;
        }

        return new GetMetricDataOutput { MetricDataResults = page, Messages = [], NextToken = end < total ? Token(end, asked) : null };
    }

    private static int Within(int index, MetricDataResult result) => Math.Max(0, Math.Min(result.Values!.Count, index));

    private static int Start(string token, string asked) =>
        int.TryParse(token.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && token == Token(start, asked) ? start : -1;

    private static string Token(int start, string asked) =>
        FormattableString.Invariant($"{start}.{Convert.ToBase64String(ContentHash.Of(new ArraySegment<byte>(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{start}\n{asked}")))))}");
}
