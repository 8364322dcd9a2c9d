using System;
using System.Collections.Generic;
using CustomLabels.Local.Throughput;

namespace CustomLabels.Core.Tests.Detection.Limiting;

/// <summary>A model behind a network, as far as a limiter can tell: latency, throughput by a schedule, faults.</summary>
internal sealed class SimulatedService
{
    private readonly Random _random;
    private TokenBucket? _bucket;
    private int _step;
    private double _pipeFree;
    private double? _nextPause;

    public SimulatedService(int seed)
    {
        _random = new Random(seed);
    }

    /// <summary>Requests a second from a second on, the first from 0; empty is no limit.</summary>
    public IReadOnlyList<(double From, double Rate)> Schedule { get; set; } = [];

    /// <summary>For how long the bucket saves up.</summary>
    public double BurstSeconds { get; set; } = 1;

    /// <summary>Seconds to an answer.</summary>
    public double Latency { get; set; } = 0.2;

    /// <summary>Seconds to the slowest answer of a hundred, log-normal; 0 is a fixed latency.</summary>
    public double LatencyP99 { get; set; }

    /// <summary>Which part of the latency has passed when the bucket is asked. A throttle is back after as much again, at most after the whole latency.</summary>
    public double WayShare { get; set; } = 0.25;

    /// <summary>Answers a second that the way has room for; beyond that requests wait.</summary>
    public double PipeCapacity { get; set; } = double.PositiveInfinity;

    /// <summary>After how many seconds the way stands still, and for how many, each at random and on average: garbage is collected.</summary>
    public (double Every, double For) PipePauses { get; set; } = (double.PositiveInfinity, 0);

    /// <summary>Part of the requests that is throttled whatever the rate.</summary>
    public double ThrottleShare { get; set; }

    /// <summary>Part of the requests that ends in a server error.</summary>
    public double ErrorShare { get; set; }

    /// <summary>Part of the requests that gets no answer, until a timeout of 10 s.</summary>
    public double StallShare { get; set; }

    /// <summary>Throttles everything from this second</summary>
    public double OutageFrom { get; set; } = double.PositiveInfinity;

    /// <summary>to this one.</summary>
    public double OutageTo { get; set; } = double.PositiveInfinity;

    /// <summary>What a throttle asks to wait.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>What the schedule provides between two seconds.</summary>
    public double Provisioned(double from, double to)
    {
        var sum = 0.0;
        for (var i = 0; i < Schedule.Count; i++)
        {
            var end = i + 1 < Schedule.Count ? Schedule[i + 1].From : double.MaxValue;
            sum += Schedule[i].Rate * Math.Max(0, Math.Min(to, end) - Math.Max(from, Schedule[i].From));
        }

        return sum;
    }

    /// <summary>When a request that starts now reaches the bucket.</summary>
    public double Arrival(double now, out double latency)
    {
        latency = LatencyP99 > Latency ? Latency * Math.Exp(Math.Log(LatencyP99 / Latency) / 2.326 * Gauss()) : Latency * (1 + (0.02 * _random.NextDouble()));
        if (!double.IsPositiveInfinity(PipeCapacity))
        {
            _pipeFree = Math.Max(_pipeFree, now) + (1 / PipeCapacity);
            if (_pipeFree >= (_nextPause ??= Chance(PipePauses.Every)))
            {
                _pipeFree += Chance(PipePauses.For);
                _nextPause = _pipeFree + Chance(PipePauses.Every);
            }

            latency += _pipeFree - now;
        }

        return now + (latency * WayShare);
    }

    /// <summary>What becomes of a request that reaches the bucket now.</summary>
    public SimulatedAnswer Answer(double now)
    {
        var chance = _random.NextDouble();
        if (now >= OutageFrom && now < OutageTo || chance < ThrottleShare || !TryTake(now)) return SimulatedAnswer.Throttle;
        chance -= ThrottleShare;
        if (chance < ErrorShare) return SimulatedAnswer.Error;
        return chance < ErrorShare + StallShare ? SimulatedAnswer.Stall : SimulatedAnswer.Success;
    }

    private bool TryTake(double now)
    {
        if (Schedule.Count == 0) return true;
        _bucket ??= new TokenBucket(Schedule[_step++].Rate, TimeSpan.FromSeconds(BurstSeconds), TimeSpan.Zero);
        for (; _step < Schedule.Count && Schedule[_step].From <= now; _step++) _bucket.SetRate(Schedule[_step].Rate, TimeSpan.FromSeconds(Schedule[_step].From));
        return _bucket.TryTake(TimeSpan.FromSeconds(now));
    }

    private double Chance(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
