using System;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Limiting;

public sealed class RequestLimiterTests
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(200);

    [Fact]
    public void It_begins_with_a_few_and_doubles_with_each_round_trip_up_to_the_cap()
    {
        var limiter = new RequestLimiter(20);
        var now = TimeSpan.Zero;
        foreach (var expected in new[] { 4, 8, 16, 20, 20 })
        {
            Assert.Equal(expected, StartAll(limiter, now));
            Assert.False(limiter.TryStart(now, out var wait));
            Assert.Null(wait);
            now += RoundTrip;
            for (var i = 0; i < expected; i++) limiter.Succeeded(now, RoundTrip);
            Assert.Equal(0, limiter.InFlight);
        }
    }

    [Fact]
    public void One_in_flight_is_synchronous()
    {
        var run = new Simulation(new SimulatedService(1), 1, maxConcurrency: 1).Run(60);
        Assert.Equal(1, run.Clients[0].MaxInFlight);
        Assert.InRange(run.Clients[0].Successes(), 290, 300);
    }

    [Fact]
    public void Without_a_limit_and_latency_it_is_never_in_the_way()
    {
        var run = new Simulation(new SimulatedService(1) { Latency = 0.002 }, 1).Run(4);
        Assert.Equal(64, run.Clients[0].MaxInFlight);
        Assert.True(run.Clients[0].Successes(2, 4) > 0.95 * 2 * 64 / 0.00202);
    }

    [Theory]
    [InlineData(0.2, 50, 30)]
    [InlineData(0.2, 10, 16)]
    [InlineData(0.0001, 3000, 8)]
    public void A_full_pipe_is_not_stuffed(double latency, double capacity, int mostInFlight)
    {
        var run = new Simulation(new SimulatedService(1) { Latency = latency, PipeCapacity = capacity }, 1).Run(20);
        Assert.InRange(run.Clients[0].Limiter.InFlight, 1, mostInFlight);
        Assert.True(run.Clients[0].Successes(2, 20) > 0.95 * capacity * 18);
    }

    [Fact]
    public void Pauses_of_a_full_pipe_are_no_reason_to_stuff_it()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var service = new SimulatedService(seed) { Latency = 0.0005, PipeCapacity = 4000, PipePauses = (0.04, 0.004) };
            var run = new Simulation(service, seed).Run(4);
            Assert.InRange(run.Clients[0].MaxInFlight, 4, 16);
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(3600, 20)]
    public void It_pauses_for_as_long_as_the_service_asks_within_reason(double askedSeconds, double waitedSeconds)
    {
        var limiter = new RequestLimiter(64);
        Assert.Equal(4, StartAll(limiter, TimeSpan.Zero));
        limiter.Throttled(RoundTrip, TimeSpan.FromSeconds(askedSeconds));
        Assert.False(limiter.TryStart(RoundTrip, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(waitedSeconds), wait);
        Assert.True(limiter.TryStart(RoundTrip + wait!.Value, out _));
    }

    [Fact]
    public void A_sleep_saves_nothing_up_and_proves_nothing()
    {
        var limiter = new RequestLimiter(64);
        var now = Throttle(limiter);
        for (var i = 0; i < 20; i++)
        {
            now += TimeSpan.FromSeconds(1);
            Assert.True(limiter.TryStart(now, out _));
            limiter.Succeeded(now, RoundTrip);
        }

        var rate = RatePerSecond(limiter, ref now);
        Assert.False(limiter.TryStart(now, out _));
        now += TimeSpan.FromHours(8);

        // What was due, and what a late timer may make up for.
        Assert.InRange(StartAll(limiter, now), 1, 1 + (int)Math.Ceiling(rate * 0.02));
        limiter.Succeeded(now, TimeSpan.FromHours(8));
        Assert.InRange(RatePerSecond(limiter, ref now), 0.5, rate * 1.1);
    }

    [Fact]
    public void Failures_and_requests_given_up_make_room()
    {
        var limiter = new RequestLimiter(1);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(1, StartAll(limiter, TimeSpan.Zero));
            limiter.Failed();
        }
    }

#if NET
    [Fact]
    public void Nothing_is_allocated_for_a_request()
    {
        var limiter = new RequestLimiter(64);
        var now = Throttle(limiter);
        long allocated = 0;
        for (var i = 0; i < 20_000; i++)
        {
            if (i == 10_000) allocated = GC.GetAllocatedBytesForCurrentThread();
            now += TimeSpan.FromMilliseconds(20);
            if (!limiter.TryStart(now, out _)) continue;
            if (i % 50 == 0) limiter.Throttled(now, retryAfter: null);
            else limiter.Succeeded(now, RoundTrip);
        }

        // Less than a byte a request: what the runtime itself does now and then on any thread is no request's doing.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 9_999);
    }
#endif

    private static int StartAll(RequestLimiter limiter, TimeSpan now)
    {
        var started = 0;
        while (limiter.TryStart(now, out _)) started++;
        return started;
    }

    /// <summary>Makes it know a limit.</summary>
    private static TimeSpan Throttle(RequestLimiter limiter)
    {
        Assert.Equal(4, StartAll(limiter, TimeSpan.Zero));
        for (var i = 0; i < 4; i++) limiter.Throttled(RoundTrip, retryAfter: null);
        return RoundTrip;
    }

    private static double RatePerSecond(RequestLimiter limiter, ref TimeSpan now)
    {
        while (limiter.TryStart(now, out _)) limiter.Failed();
        limiter.TryStart(now, out var wait);
        now += wait!.Value;
        Assert.True(limiter.TryStart(now, out _));
        limiter.Failed();
        limiter.TryStart(now, out wait);
        return 1 / wait!.Value.TotalSeconds;
    }
}
