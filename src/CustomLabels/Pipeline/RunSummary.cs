using System;
using System.Globalization;
using CustomLabels.Detection;

namespace CustomLabels.Pipeline;

/// <summary>What a run came to, in one line.</summary>
internal static class RunSummary
{
    /// <summary>The line.</summary>
    public static string Of(RunProgress progress, RequestStatistics requests, bool hasJournal) => string.Format(
        CultureInfo.InvariantCulture,
        "Images: {0}{10}, labels: {1}, failed: {2}, retries: {3}, throttled: {4}; {5} bytes sent in {6:0.0} s; requests took {7:0} ms (p50), {8:0} ms (p95), {9:0} ms (p99).",
        progress.Images,
        progress.Labels,
        progress.Failed,
        requests.Retries,
        requests.Throttles,
        requests.Bytes,
        progress.Duration.TotalSeconds,
        Milliseconds(requests, 0.5),
        Milliseconds(requests, 0.95),
        Milliseconds(requests, 0.99),
        hasJournal ? string.Format(CultureInfo.InvariantCulture, " ({0} from the journal)", progress.FromJournal) : "");

    private static double Milliseconds(RequestStatistics requests, double share) => requests.LatencyPercentile(share).TotalMilliseconds;
}
