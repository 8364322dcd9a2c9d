using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using CustomLabels.Local.Trouble;
using Xunit;

namespace CustomLabels.Local.Tests.Trouble;

public class LatencyTests
{
    private static readonly TimeSpan Median = TimeSpan.FromSeconds(0.2);

    [Fact]
    public async Task Without_a_p99_each_answer_is_held_back_the_same()
    {
        Assert.All(await WaitsAsync(Median, p99: null, seed: 1, calls: 10), wait => Assert.Equal(Median, wait));
        Assert.Empty(await WaitsAsync(TimeSpan.Zero, p99: null, seed: 1, calls: 10));
    }

    [Fact]
    public async Task With_a_p99_half_are_faster_than_the_median_and_one_of_a_hundred_is_slower_than_the_p99()
    {
        var waits = (await WaitsAsync(Median, TimeSpan.FromSeconds(2), seed: 5, calls: 20_000)).OrderBy(wait => wait).ToList();
        Assert.InRange(waits[10_000].TotalSeconds, 0.19, 0.21);
        Assert.InRange(waits[19_800].TotalSeconds, 1.8, 2.2);
        Assert.All(waits, wait => Assert.InRange(wait.Ticks, 1, Latency.Limit.Ticks));
    }

    [Fact]
    public async Task The_seed_decides_them()
    {
        var p99 = TimeSpan.FromSeconds(2);
        var waits = await WaitsAsync(Median, p99, seed: 5, calls: 10);
        Assert.Equal(waits, await WaitsAsync(Median, p99, seed: 5, calls: 10));
        Assert.False(waits.SequenceEqual(await WaitsAsync(Median, p99, seed: 6, calls: 10)));
    }

    [Fact]
    public async Task Every_answer_is_held_back_errors_too()
    {
        var clock = new ManualClock();
        using var local = new TestEndpoint(options => options with { Latency = Median, LatencyP99 = TimeSpan.FromSeconds(2), Seed = 5 }, clock);
        await local.DetectAsync(TestEndpoint.Board);
        await local.PostAsync("{", "RekognitionService.None");
        Assert.Equal(await WaitsAsync(Median, TimeSpan.FromSeconds(2), seed: 5, calls: 2), clock.Waits);
    }

    private static async Task<List<TimeSpan>> WaitsAsync(TimeSpan median, TimeSpan? p99, int seed, int calls)
    {
        var clock = new ManualClock();
        var latency = new Latency(median, p99, seed, clock);
        for (var i = 0; i < calls; i++) await latency.HoldAsync(CancellationToken.None);
        return clock.Waits;
    }
}
