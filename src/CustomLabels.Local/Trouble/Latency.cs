using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Time;

namespace CustomLabels.Local.Trouble;

/// <summary>How long answers are held back: always the same, or by a lognormal distribution, which is what latencies of services look like.</summary>
internal sealed class Latency
{
    /// <summary>The longest.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private const double NormalP99 = 2.3263478740408408;

    // Below every trouble's row of numbers.
    private const int Row = -1;

    private readonly TimeSpan _median;
    private readonly double _sigma;
    private readonly int _seed;
    private readonly IClock _clock;
    private long _calls;

    /// <summary>A latency.</summary>
    /// <param name="median">What half of the answers are faster than.</param>
    /// <param name="p99">What 99 of 100 answers are faster than; null for the median always.</param>
    /// <param name="seed">Decides the latencies.</param>
    /// <param name="clock">The time.</param>
    public Latency(TimeSpan median, TimeSpan? p99, int seed, IClock clock)
    {
        _median = median;
        _sigma = p99 is { } slow ? Math.Log(slow.TotalSeconds / median.TotalSeconds) / NormalP99 : 0;
        _seed = seed;
        _clock = clock;
    }

    /// <summary>Holds one answer back.</summary>
    public Task HoldAsync(CancellationToken aborted) =>
        _median == TimeSpan.Zero ? Task.CompletedTask : _clock.DelayAsync(Of(Interlocked.Increment(ref _calls)), aborted);

    private TimeSpan Of(long call)
    {
        if (_sigma == 0) return _median;

        // Box and Muller's normal deviate; 1 - x because 0 has no logarithm.
        var deviate = Math.Sqrt(-2 * Math.Log(1 - Chance.At(_seed, Row, 2 * call))) * Math.Cos(2 * Math.PI * Chance.At(_seed, Row, (2 * call) + 1));
        return TimeSpan.FromSeconds(Math.Min(Limit.TotalSeconds, _median.TotalSeconds * Math.Exp(_sigma * deviate)));
    }
}
