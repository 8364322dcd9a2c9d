using System;
using System.Threading;

namespace CustomLabels.Api;

/// <summary>What the requests of a run came to. Safe for concurrent use.</summary>
internal sealed class RequestStatistics
{
    private readonly LatencyHistogram _latencies = new();
    private long _bytes;
    private int _retries;
    private int _throttles;

    /// <summary>Bytes of all requests' bodies, those of further attempts included.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Further attempts after a failure that may pass.</summary>
    public int Retries => Volatile.Read(ref _retries);

    /// <summary>Requests that the service had no room for.</summary>
    public int Throttles => Volatile.Read(ref _throttles);

    /// <summary>The time that a share of the answered requests stayed within, to 2 %; null when none was answered. Throttled ones don't count.</summary>
    /// <param name="share">Above 0, up to 1: 0.5 is the median.</param>
    public TimeSpan? LatencyPercentile(double share) => _latencies.Percentile(share);

    internal void Sent(long bytes) => Interlocked.Add(ref _bytes, bytes);

    internal void Answered(TimeSpan roundTrip) => _latencies.Add(roundTrip);

    internal void Retried() => Interlocked.Increment(ref _retries);

    internal void Throttled() => Interlocked.Increment(ref _throttles);
}
