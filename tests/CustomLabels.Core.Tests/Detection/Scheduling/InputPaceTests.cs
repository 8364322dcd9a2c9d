using System;
using CustomLabels.Detection.Scheduling;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Scheduling;

public sealed class InputPaceTests
{
    private static readonly TimeSpan Turnaround = TimeSpan.FromSeconds(0.2);

    private readonly InputPace _pace = new();
    private TimeSpan _now;

    [Fact]
    public void The_first_image_after_a_long_wait_is_slow_input()
    {
        Come(after: 60);
        Assert.True(_pace.IsSlowerThan(Turnaround));
    }

    [Fact]
    public void A_listing_of_files_is_fast_input()
    {
        for (var i = 0; i < 100; i++) Come(after: 0.001);
        Assert.False(_pace.IsSlowerThan(Turnaround));
    }

    [Fact]
    public void A_burst_among_long_gaps_is_slow_input_still()
    {
        Come(after: 60);
        for (var i = 0; i < 10; i++) Come(after: 0.001);
        Assert.True(_pace.IsSlowerThan(Turnaround));
    }

    [Fact]
    public void A_slow_start_is_forgotten_within_some_dozen_images()
    {
        Come(after: 3);
        for (var i = 0; i < 24; i++) Come(after: 0.001);
        Assert.False(_pace.IsSlowerThan(Turnaround));
    }

    [Fact]
    public void The_time_spent_here_is_not_the_inputs()
    {
        for (var i = 0; i < 50; i++)
        {
            Come(after: 0.001);
            _now += TimeSpan.FromSeconds(5);
            _pace.Asked(_now);
        }

        Assert.False(_pace.IsSlowerThan(Turnaround));
    }

    private void Come(double after)
    {
        _now += TimeSpan.FromSeconds(after);
        _pace.Came(_now);
        _pace.Asked(_now);
    }
}
