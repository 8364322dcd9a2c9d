using System;
using System.Linq;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Core.Tests.Api;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData("InternalServerError", 500, RetryDecision.Retry)]
    [InlineData("", 500, RetryDecision.Retry)]
    [InlineData("", 502, RetryDecision.Retry)]
    [InlineData("ServiceUnavailable", 503, RetryDecision.Retry)]
    [InlineData("RequestTimeout", 400, RetryDecision.Retry)]
    [InlineData("", 408, RetryDecision.Retry)]
    [InlineData("", 425, RetryDecision.Retry)]
    [InlineData("ThrottlingException", 400, RetryDecision.Throttled)]
    [InlineData("ThrottlingException", 500, RetryDecision.Throttled)]
    [InlineData("ProvisionedThroughputExceededException", 400, RetryDecision.Throttled)]
    [InlineData("SlowDown", 503, RetryDecision.Throttled)]
    [InlineData("", 429, RetryDecision.Throttled)]
    [InlineData("LimitExceededException", 400, RetryDecision.GiveUp)]
    [InlineData("ImageTooLargeException", 400, RetryDecision.GiveUp)]
    [InlineData("AccessDeniedException", 400, RetryDecision.GiveUp)]
    [InlineData("", 404, RetryDecision.GiveUp)]
    [InlineData("", 413, RetryDecision.GiveUp)]
    [InlineData("", 431, RetryDecision.GiveUp)]
    [InlineData("", 301, RetryDecision.GiveUp)]
    public void Only_what_passes_is_tried_again(string code, int status, object expected) =>
        Assert.Equal((RetryDecision)expected, RetryPolicy.Decide(new ServiceException(code, "m", status)));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(5, 8)]
    [InlineData(7, 20)]
    [InlineData(1000, 20)]
    public void Waits_spread_over_all_of_an_interval_that_doubles_up_to_a_bound(int failures, double longestSeconds)
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(5), new Random(7));
        var waits = Enumerable.Range(0, 2000).Select(_ => policy.Delay(failures, hint: null).TotalSeconds).ToArray();
        Assert.All(waits, wait => Assert.InRange(wait, 0, longestSeconds));
        Assert.InRange(waits.Average(), longestSeconds * 0.45, longestSeconds * 0.55);
        Assert.True(waits.Max() > longestSeconds * 0.99 && waits.Min() < longestSeconds * 0.01);
    }

    [Fact]
    public void A_hint_of_the_service_is_the_least_wait_but_not_for_ever()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(5), new Random(7));
        Assert.Equal(TimeSpan.FromSeconds(12), policy.Delay(1, TimeSpan.FromSeconds(12)));
        Assert.Equal(TimeSpan.FromSeconds(20), policy.Delay(1, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void No_attempt_at_all_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, TimeSpan.Zero, new Random(1)));
}
