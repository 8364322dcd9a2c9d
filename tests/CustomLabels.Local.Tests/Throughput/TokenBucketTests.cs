using System;
using System.Linq;
using CustomLabels.Local.Throughput;
using Xunit;

namespace CustomLabels.Local.Tests.Throughput;

public class TokenBucketTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(5);

    [Theory]
    [InlineData(5, 1, 5)]
    [InlineData(5, 2, 10)]
    [InlineData(5, 0, 1)]
    [InlineData(0.1, 1, 1)]
    public void A_quiet_time_saves_up_a_burst_and_at_least_one_request(double rate, double burstSeconds, int expected)
    {
        var bucket = new TokenBucket(rate, TimeSpan.FromSeconds(burstSeconds), Start);
        Assert.Equal(expected, Taken(bucket, Start, tries: 20));
        Assert.Equal(expected, Taken(bucket, Start + TimeSpan.FromHours(1), tries: 20));
    }

    [Fact]
    public void Requests_come_through_at_the_rate_however_often_one_asks()
    {
        var bucket = new TokenBucket(7, TimeSpan.FromSeconds(1), Start);
        Taken(bucket, Start, tries: 7);
        var taken = Enumerable.Range(1, 100_000).Sum(i => Taken(bucket, Start + TimeSpan.FromMilliseconds(i), tries: 1));
        Assert.Equal(700, taken);
    }

    [Fact]
    public void Another_rate_counts_from_its_time_on()
    {
        var bucket = new TokenBucket(2, TimeSpan.FromSeconds(10), Start);
        Taken(bucket, Start, tries: 20);
        bucket.SetRate(10, Start + TimeSpan.FromSeconds(3));
        Assert.Equal(6 + 20, Taken(bucket, Start + TimeSpan.FromSeconds(5), tries: 100));
    }

    [Fact]
    public void A_lower_rate_lowers_what_is_saved_up()
    {
        var bucket = new TokenBucket(10, TimeSpan.FromSeconds(1), Start);
        bucket.SetRate(3, Start);
        Assert.Equal(3, Taken(bucket, Start, tries: 100));
    }

    [Fact]
    public void Time_that_seems_to_go_back_gives_nothing_and_takes_nothing()
    {
        var bucket = new TokenBucket(1, TimeSpan.FromSeconds(1), Start);
        Taken(bucket, Start, tries: 1);
        Assert.Equal(0, Taken(bucket, Start - TimeSpan.FromSeconds(9), tries: 1));
        Assert.Equal(1, Taken(bucket, Start + TimeSpan.FromSeconds(1), tries: 5));
    }

    private static int Taken(TokenBucket bucket, TimeSpan now, int tries) => Enumerable.Range(0, tries).Count(_ => bucket.TryTake(now));
}
