using System;

namespace CustomLabels.Limiting;

/// <summary>The part of the requests that is throttled whatever the rate: another limit's doing, or a broken service's.</summary>
internal sealed class AmbientThrottles
{
    public static double MostShare = 0.3, Deviations = 2, Memory = 512, LeastThrottles = 4;

    private double _answers;
    private double _throttles;

    public double Share { get; private set; }

    /// <summary>How many throttles of so many answers are no surprise.</summary>
    public double Tolerated(int answers) => (Share * answers) + (Deviations * Math.Sqrt(Share * answers));

    /// <summary>Throttles where, if the rate were the reason, there should have been none. True: more than was known.</summary>
    public bool Learn(int answers, int throttles)
    {
        if (throttles > MostShare * 1.5 * answers) return false;
        var keep = Math.Max(0, 1 - (answers / Memory));
        _answers = (_answers * keep) + answers;
        _throttles = (_throttles * keep) + throttles;
        var before = Share;
        Share = _throttles >= LeastThrottles ? Math.Min(MostShare, _throttles / _answers) : 0;
        return Share > before * 1.33;
    }
}
