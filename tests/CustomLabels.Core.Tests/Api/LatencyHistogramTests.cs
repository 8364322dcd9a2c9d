using System;
using CustomLabels.Api;
using Xunit;

namespace CustomLabels.Core.Tests.Api;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(0.5, 500)]
    [InlineData(0.95, 950)]
    [InlineData(0.99, 990)]
    [InlineData(1, 1000)]
    public void Percentiles_are_right_to_two_percent(double share, double milliseconds)
    {
        var histogram = new LatencyHistogram();
        for (var i = 1; i <= 1000; i++) histogram.Add(TimeSpan.FromMilliseconds(i));
        Assert.InRange(histogram.Percentile(share)!.Value.TotalMilliseconds, milliseconds * 0.98, milliseconds * 1.02);
    }

    [Fact]
    public void Without_durations_there_is_none() => Assert.Null(new LatencyHistogram().Percentile(0.5));

    [Theory]
    [InlineData(0)]
    [InlineData(1e-6)]
    [InlineData(86_400)]
    public void What_is_out_of_range_is_counted_at_its_end(double seconds)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromSeconds(seconds));
        Assert.NotNull(histogram.Percentile(0.5));
    }
}
