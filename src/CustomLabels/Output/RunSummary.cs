using static System.FormattableString;

using CustomLabels.Api;

namespace CustomLabels.Output;

/// <summary>What a run came to, in one line.</summary>
internal static class RunSummary
{
    /// <summary>The line.</summary>
    public static string Of(RunProgress progress, RequestStatistics requests, bool hasJournal) =>
        Invariant($"Images: {progress.Images}{FromJournal(progress, hasJournal)}, labels: {progress.Labels}, failed: {progress.Failed}, ")
        + Invariant($"retries: {requests.Retries}, throttled: {requests.Throttles}; {requests.Bytes} bytes sent in {progress.Duration.TotalSeconds:0.0} s{Latencies(requests)}.");

    private static string FromJournal(RunProgress progress, bool hasJournal) => hasJournal ? Invariant($" ({progress.FromJournal} from the journal)") : "";

    private static string Latencies(RequestStatistics requests) => requests.LatencyPercentile(0.5) is { } median
        ? Invariant($"; requests took {median.TotalMilliseconds:0} ms (p50), {Milliseconds(requests, 0.95):0} ms (p95), {Milliseconds(requests, 0.99):0} ms (p99)")
        : "";

    private static double? Milliseconds(RequestStatistics requests, double share) => requests.LatencyPercentile(share)?.TotalMilliseconds;
}
