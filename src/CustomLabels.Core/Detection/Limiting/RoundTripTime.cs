using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>How long answers take: smoothed mean and deviation as of RFC 6298, section 2.</summary>
internal sealed class RoundTripTime
{
    private const double MeanGain = 1 / 8.0;
    private const double DeviationGain = 1 / 4.0;

    // What took longer says nothing about the service: a laptop slept, or the way was cut for a time.
    private const double LongestSeconds = 10;

    private bool _any;
    private double _deviationSeconds;

    /// <summary>Mean, in seconds. A usual answer's, until there is one.</summary>
    public double MeanSeconds { get; private set; } = 0.2;

    /// <summary>By when nearly every request that is in flight now will have been answered.</summary>
    public TimeSpan Bound => TimeSpan.FromSeconds(MeanSeconds + (4 * _deviationSeconds));

    /// <summary>Takes one more answer into account.</summary>
    public void Add(TimeSpan roundTrip)
    {
        var seconds = Math.Min(LongestSeconds, roundTrip.TotalSeconds);
        if (_any)
        {
            _deviationSeconds += DeviationGain * (Math.Abs(seconds - MeanSeconds) - _deviationSeconds);
            MeanSeconds += MeanGain * (seconds - MeanSeconds);
            return;
        }

        _any = true;
        MeanSeconds = seconds;
        _deviationSeconds = seconds / 2;
    }
}
