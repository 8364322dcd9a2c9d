using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Detection;

namespace CustomLabels.Core.Tests.Detection.Limiting;

/// <summary>Clients that always have something to send, and one service, in virtual time: every moment is an event, nothing waits.</summary>
internal sealed class Simulation
{
    private readonly SimulatedService _service;
    private readonly Random _random;
    private readonly SortedSet<(double At, long Number)> _queue = [];
    private readonly Dictionary<long, Action> _events = [];
    private double _now;
    private long _number;

    public Simulation(SimulatedService service, int seed, int clients = 1, int maxConcurrency = 64)
    {
        _service = service;
        _random = new Random(seed);
        Clients = Enumerable.Range(0, clients).Select(_ => new SimulatedClient(maxConcurrency)).ToArray();
        foreach (var client in Clients) At(0, () => Pump(client));
    }

    public IReadOnlyList<SimulatedClient> Clients { get; }

    /// <summary>By how much a timer fires late, in seconds, at most.</summary>
    public double TimerLateness { get; set; } = 0.015;

    /// <summary>The moment of the last event.</summary>
    public double Now => _now;

    /// <summary>Runs until a moment, or until all images are sent.</summary>
    public Simulation Run(double until)
    {
        while (_queue.Count > 0 && _queue.Min.At <= until)
        {
            var next = _queue.Min;
            _queue.Remove(next);
            var happens = _events[next.Number];
            _events.Remove(next.Number);
            _now = next.At;
            happens();
        }

        return this;
    }

    private void At(double time, Action happens)
    {
        _queue.Add((time, ++_number));
        _events.Add(_number, happens);
    }

    private void Pump(SimulatedClient client)
    {
        var timer = ++client.Timer;
        while (client.Left > 0)
        {
            if (!client.Limiter.TryStart(TimeSpan.FromSeconds(_now), out var wait))
            {
                if (wait is { } delay)
                {
                    At(_now + delay.TotalSeconds + (TimerLateness * (0.07 + (0.93 * _random.NextDouble()))), () =>
                    {
                        if (client.Timer == timer) Pump(client);
                    });
                }

                return;
            }

            Send(client);
        }
    }

    private void Send(SimulatedClient client)
    {
        client.Left--;
        client.Sent++;
        client.MaxInFlight = Math.Max(client.MaxInFlight, client.Limiter.InFlight);
        var started = _now;
        var arrival = _service.Arrival(started, out var latency);
        At(arrival, () =>
        {
            var answer = _service.Answer(arrival);
            var back = answer switch
            {
                SimulatedAnswer.Success or SimulatedAnswer.Error => started + latency,
                SimulatedAnswer.Throttle => arrival + (latency * Math.Min(_service.WayShare, 1 - _service.WayShare)),
                _ => arrival + 10,
            };
            At(back, () => Answered(client, answer, started));
        });
    }

    private void Answered(SimulatedClient client, SimulatedAnswer answer, double started)
    {
        var now = TimeSpan.FromSeconds(_now);
        switch (answer)
        {
            case SimulatedAnswer.Success:
                client.Succeeded(_now);
                client.Limiter.Succeeded(now, TimeSpan.FromSeconds(_now - started));
                break;
            case SimulatedAnswer.Throttle:
                client.Left++;
                client.Throttled(_now);
                client.Limiter.Throttled(now, _service.RetryAfter);
                break;
            default:
                client.Left++;
                client.Limiter.Failed();
                break;
        }

        Pump(client);
    }
}
