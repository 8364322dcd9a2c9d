using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>The part of the requests that is throttled whatever the rate: by a broken service, or by what a rehearsal makes go wrong.</summary>
/// <remarks>
/// Cutting the rate for those would grind it down to nothing. They show in cuts that change nothing; then one test at a much higher rate tells:
/// over the service's limit most requests would be throttled, otherwise no more than before. The other clients of a model may look the same, so what is
/// learned is soon forgotten.
/// </remarks>
internal sealed class AmbientThrottles
{
    // Throttled again below nine tenths of the rate that a cut was to cure, three times: by then the cuts of a limit that fell have found it.
    private const double Descent = 0.9;
    private const int DescentsInVain = 3;

    // A larger share is no way to run, whatever its reason.
    private const double LargestShare = 0.25;
    private const int LeastToRefute = 3;

    // Counts scatter by the root of what is expected.
    private const double ToleratedDeviations = 2;

    // A few times what the rate takes to grow beyond a limit.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(20);

    private int _descents;
    private double _reference;
    private long _answers;
    private long _throttles;
    private double _share;
    private TimeSpan _forgetAt;

    /// <summary>Whether cuts change nothing: time for a test.</summary>
    public bool IsSuspected => _descents >= DescentsInVain;

    /// <summary>A request was answered at the rate that is believed to be right.</summary>
    public void Answered(TimeSpan now, bool throttled)
    {
        if (now >= _forgetAt) _share = 0;
        _answers++;
        if (throttled) _throttles++;
    }

    /// <summary>Whether so many throttles are more than these can explain.</summary>
    public bool IsExceededBy(int throttles, int answers) => throttles > (_share * answers) + (ToleratedDeviations * Math.Sqrt(_share * answers));

    /// <summary>What part of a rate the service had room for, when so many requests at it were throttled: these aside.</summary>
    public double RoomAt(int throttles, int answers) => Math.Min(1, (1 - ((double)throttles / answers)) / (1 - _share));

    /// <summary>The rate is cut.</summary>
    /// <param name="rate">What it was.</param>
    /// <param name="target">What the service is now believed to have room for.</param>
    public void Cut(double rate, double target)
    {
        if (rate < _reference * Descent)
        {
            _descents++;
            _reference = target;
        }
        else
        {
            _reference = Math.Max(_reference, rate);
        }
    }

    /// <summary>A cut helped: quiet returned.</summary>
    public void CutHelped()
    {
        _descents = 0;
        _answers = _throttles = 0;
        _reference = 0;
    }

    /// <summary>Takes the outcome of a test.</summary>
    /// <returns>Whether throttles don't depend on the rate.</returns>
    public bool ApplyTest(TimeSpan now, int throttles, int answers)
    {
        var before = Math.Min(LargestShare, (double)_throttles / _answers);
        CutHelped();
        if (throttles > before * answers)
        {
            _share = 0;
            return false;
        }

        Learn(now, before);
        return true;
    }

    /// <summary>Throttles don't depend on the rate.</summary>
    public void Learn(TimeSpan now, double share)
    {
        _share = share;
        _forgetAt = now + Memory;
    }

    /// <summary>Whether so many throttles are too many to be of this kind.</summary>
    public static bool IsRefutedBy(int throttles, int answers) => throttles > LeastToRefute + (LargestShare * answers);
}
