using System;
using System.Threading;

namespace CustomLabels.Api;

/// <summary>Durations in classes of equal ratio, so that percentiles of a hundred thousand cost no more memory than those of ten. Safe for concurrent use.</summary>
internal sealed class LatencyHistogram
{
    // Each class is 2 % wider than the one before: what a percentile may be off by. From 0.1 ms up to 20 minutes.
    private const double Ratio = 1.02;
    private const double SmallestMilliseconds = 0.1;
    private const int Classes = 830;

    private readonly int[] _counts = new int[Classes];

    public void Add(TimeSpan duration)
    {
        var steps = Math.Log(Math.Max(duration.TotalMilliseconds, SmallestMilliseconds) / SmallestMilliseconds) / Math.Log(Ratio);
        Interlocked.Increment(ref _counts[Math.Min(Classes - 1, (int)steps)]);
    }

    /// <summary>The duration that a share of all stays within; null when there are none.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public TimeSpan? Percentile(double share)
    {
        long total = 0;
        foreach (var count in _counts) total += count;
        if (total == 0) return null;

        var wanted = (long)Math.Ceiling(total * share);
        var index = 0;
        for (long seen = _counts[0]; seen < wanted;) seen += _counts[++index];
        return TimeSpan.FromTicks((long)(SmallestMilliseconds * Math.Pow(Ratio, index + 0.5) * TimeSpan.TicksPerMillisecond));
    }
}
