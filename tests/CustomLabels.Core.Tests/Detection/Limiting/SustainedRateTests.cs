using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Limiting;

/// <summary>One client, one model with a limit: whole runs in virtual time.</summary>
public sealed class SustainedRateTests
{
    private static readonly int[] Seeds = [1, 2, 3, 4, 5];

    // Asked late, the bucket has told of nothing until all that fits in flight is on its way to it: the start costs most then.
    [Theory]
    [InlineData(0.2, 0.25, 0.025)]
    [InlineData(0.2, 0.98, 0.025)]
    [InlineData(1, 0.25, 0.025)]
    [InlineData(1, 0.98, 0.025)]
    [InlineData(5, 0.25, 0.025)]
    [InlineData(5, 0.98, 0.028)]
    public void A_steady_model_is_used_in_full_with_few_throttles(double burstSeconds, double wayShare, double mostThrottled)
    {
        foreach (var seed in Seeds)
        {
            var run = new Simulation(new SimulatedService(seed) { Schedule = [(0, 25)], BurstSeconds = burstSeconds, WayShare = wayShare }, seed);
            var client = run.Clients[0];
            client.Left = 6000;
            run.Run(1000);
            Assert.Equal(6000, client.Successes());
            AtLeast(0.98 * 25 * (run.Now - 30), client.Successes(from: 30));
            Assert.InRange(client.Throttles(), 1, mostThrottled * client.Sent);
        }
    }

    // With 0.2 s the bucket of the first minute holds one request, so each that comes early costs one: no client that doesn't know the rate gets it all.
    [Theory]
    [InlineData(0.2, 0.9)]
    [InlineData(1, 0.95)]
    [InlineData(5, 0.95)]
    public void Units_are_followed_up_and_down(double burstSeconds, double share)
    {
        foreach (var seed in Seeds)
        {
            var service = new SimulatedService(seed) { Schedule = [(0, 5), (60, 25), (180, 10)], BurstSeconds = burstSeconds, LatencyP99 = 0.4 };
            var client = new Simulation(service, seed + 100).Run(300).Clients[0];
            AtLeast(share * service.Provisioned(0, 300), client.Successes(to: 300));
            Assert.InRange(client.Throttles(), 1, 0.06 * client.Sent);
        }
    }

    public static TheoryData<double, double> RatesAndLatencies()
    {
        var data = new TheoryData<double, double>();
        foreach (var rate in new[] { 1.0, 2, 5, 10, 50, 100, 400 })
            foreach (var latency in new[] { 0.02, 0.2, 1, 3 })
                data.Add(rate, latency);
        return data;
    }

    // A model of one request a second has a bucket of one, as above.
    [Theory]
    [MemberData(nameof(RatesAndLatencies))]
    public void Any_rate_is_found_at_any_latency_as_far_as_requests_in_flight_allow(double rate, double latency)
    {
        var possible = Math.Min(rate, 64 / (latency * 1.01));
        foreach (var seed in Seeds.Take(2))
        {
            var client = new Simulation(new SimulatedService(seed) { Schedule = [(0, rate)], Latency = latency }, seed + 100).Run(230).Clients[0];
            AtLeast((rate > 1 ? 0.95 : 0.85) * possible * 200, client.Successes(30, 230));
        }
    }

    [Theory]
    [InlineData(25, 5, 25)]
    [InlineData(100, 20, 130)]
    [InlineData(400, 80, 130)]
    public void A_step_down_makes_no_storm(double before, double after, int mostThrottles)
    {
        foreach (var seed in Seeds)
        {
            var service = new SimulatedService(seed) { Schedule = [(0, before), (100, after)] };
            var client = new Simulation(service, seed + 100).Run(160).Clients[0];
            Assert.InRange(client.Throttles(100, 105), 1, mostThrottles);
            AtLeast(0.95 * 55 * Math.Min(after, 64 / 0.202), client.Successes(105, 160));
        }
    }

    [Theory]
    [InlineData(5, 25)]
    [InlineData(10, 100)]
    [InlineData(25, 250)]
    public void A_step_up_is_found_within_seconds(double before, double after)
    {
        foreach (var seed in Seeds)
        {
            var client = new Simulation(new SimulatedService(seed) { Schedule = [(0, before), (100, after)] }, seed + 100).Run(160).Clients[0];
            Assert.InRange(client.SecondsToReach(after, 100), 0, 15);
        }
    }

    [Theory]
    [InlineData(25)]
    [InlineData(100)]
    public void An_outage_costs_few_requests_and_is_over_when_it_is_over(double rate)
    {
        foreach (var seed in Seeds)
        {
            var service = new SimulatedService(seed) { Schedule = [(0, rate)], OutageFrom = 60, OutageTo = 180 };
            var client = new Simulation(service, seed + 100).Run(260).Clients[0];
            Assert.InRange(client.Throttles(60, 180), 1, 160);
            Assert.InRange(client.SecondsToReach(rate, 180), 0, 15);
        }
    }

    private static void AtLeast(double expected, int actual) => Assert.True(actual >= expected, $"{actual} answers, at least {expected:0} expected.");
}
