using System;
using System.Collections.Generic;
using CustomLabels.Detection.Limiting;

namespace CustomLabels.Core.Tests.Detection.Limiting;

/// <summary>One client with a limiter of its own, and what happened to it.</summary>
internal sealed class SimulatedClient
{
    private readonly List<double> _successes = [];
    private readonly List<double> _throttles = [];

    public SimulatedClient(int maxConcurrency)
    {
        Limiter = new RequestLimiter(maxConcurrency);
    }

    public RequestLimiter Limiter { get; }

    /// <summary>Images still to be sent.</summary>
    public int Left { get; set; } = int.MaxValue;

    public int MaxInFlight { get; set; }

    public int Sent { get; set; }

    /// <summary>The timer that counts; earlier ones are void.</summary>
    public long Timer { get; set; }

    public void Succeeded(double now) => _successes.Add(now);

    public void Throttled(double now) => _throttles.Add(now);

    public int Successes(double from = 0, double to = double.MaxValue) => Count(_successes, from, to);

    public int Throttles(double from = 0, double to = double.MaxValue) => Count(_throttles, from, to);

    /// <summary>Seconds from a moment on until two seconds bring nine tenths of a rate.</summary>
    public double SecondsToReach(double rate, double from)
    {
        for (var after = 0.0; after < 600; after += 0.1)
            if (Successes(from + after, from + after + 2) >= 0.9 * 2 * rate) return after;
        return double.PositiveInfinity;
    }

    private static int Count(List<double> times, double from, double to) => Index(times, to) - Index(times, from);

    private static int Index(List<double> times, double time)
    {
        var index = times.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
