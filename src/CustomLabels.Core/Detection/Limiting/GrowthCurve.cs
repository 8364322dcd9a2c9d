using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>How a rate grows after a cut: quickly back to what it was, slowly across that, and then faster and faster.</summary>
/// <remarks>
/// The concave and convex branches of CUBIC (RFC 9438, section 4.2) around the last good rate, where most time is to be spent. After as long again
/// it is clear that the room has grown, and the search goes on exponentially: an inference unit more may be the double. The step is by the root of
/// the rate, so that of two clients on one model the smaller gains on the larger.
/// </remarks>
internal sealed class GrowthCurve
{
    // Back at the last good rate after so long: at 25 a second, one request in a hundred is then throttled. Slow models are given time in
    // requests, far ones in round trips.
    private const double PlateauSeconds = 3;
    private const double PlateauRequests = 12;
    private const double PlateauRoundTrips = 2;

    // The search's surplus grows by e in so long, but no faster than answers tell.
    private const double SearchSeconds = 0.67;
    private const double Step = 0.1;
    private const double LargestExponent = 30;

    private readonly RoundTripTime _roundTrip;
    private double _low;
    private double _target;
    private double _seconds;

    public GrowthCurve(RoundTripTime roundTrip)
    {
        _roundTrip = roundTrip;
    }

    /// <summary>Requests a second.</summary>
    public double Rate
    {
        get
        {
            var x = (_seconds / Plateau) - 1;
            var cube = x * x * x;
            if (x < 0) return _target + ((_target - _low) * cube);
            return _target + (Step * Math.Sqrt(_target) * (x < 1 ? cube : Search));
        }
    }

    /// <summary>Whether it has been across the last good rate and beyond.</summary>
    public bool IsSearching => _seconds >= 2 * Plateau;

    private double Plateau => Math.Max(Math.Max(PlateauSeconds, PlateauRequests / _target), PlateauRoundTrips * _roundTrip.MeanSeconds);

    private double Search => Math.Exp(Math.Min(LargestExponent, (_seconds - (2 * Plateau)) / Math.Max(SearchSeconds, _roundTrip.MeanSeconds)));

    /// <summary>Begins.</summary>
    /// <param name="low">At this rate.</param>
    /// <param name="target">The last good rate.</param>
    public void Start(double low, double target)
    {
        _low = low;
        _target = target;
        _seconds = 0;
    }

    /// <summary>Time in which requests waited for the rate. (Otherwise its growth would prove nothing: RFC 7661.)</summary>
    public void Pass(TimeSpan time) => _seconds += time.TotalSeconds;
}
