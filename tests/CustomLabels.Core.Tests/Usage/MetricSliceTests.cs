using System;
using System.Globalization;
using System.Linq;
using CustomLabels.Usage;
using Xunit;
using static CustomLabels.Core.Tests.Usage.UsageScene;

namespace CustomLabels.Core.Tests.Usage;

public sealed class MetricSliceTests
{
    private static readonly DateTime Now = At("2026-06-30T10:20:30");

    [Fact]
    public void The_last_fifteen_days_are_asked_for_by_the_minute() =>
        Assert.Equal(["06-23 10:20 to 06-30 10:21 by 60"], Slices(Now.AddDays(-7), Now));

    [Fact]
    public void What_is_older_is_asked_for_with_what_is_left_of_it_and_the_slices_meet_at_full_hours() => Assert.Equal(
        ["01-01 12:00 to 04-28 11:00 by 3600", "04-28 11:00 to 06-15 11:00 by 300", "06-15 11:00 to 06-30 10:21 by 60"], Slices(At("2026-01-01T12:34:56"), Now));

    [Fact]
    public void A_period_that_has_begun_is_asked_for_whole_at_both_ends()
    {
        Assert.Equal(["05-01 00:05 to 05-01 00:15 by 300"], Slices(At("2026-05-01T00:07:30"), At("2026-05-01T00:12:30")));
        Assert.Equal(["02-01 00:00 to 02-01 02:00 by 3600"], Slices(At("2026-02-01T00:59:59"), At("2026-02-01T01:00:01")));
    }

    [Theory]
    [InlineData("2026-06-15T11:00:00", 60)]
    [InlineData("2026-06-15T10:59:00", 300)]
    [InlineData("2026-04-28T11:00:00", 300)]
    [InlineData("2026-04-28T10:59:00", 3600)]
    public void No_point_is_asked_for_that_is_about_to_be_too_old(string start, int seconds) =>
        Assert.Equal(seconds, MetricSlice.Of(At(start), At(start).AddMinutes(1), Now).Single().Period.TotalSeconds);

    [Fact]
    public void A_full_hour_that_is_nearly_too_old_is_not_the_limit() =>
        // Fifteen days before are 11:00:00 to the second: while it is asked, the first minute would be gone.
        Assert.Equal(300, MetricSlice.Of(At("2026-06-15T11:00:00"), At("2026-06-15T11:01:00"), At("2026-06-30T11:00:00")).Single().Period.TotalSeconds);

    [Fact]
    public void The_future_is_asked_for_by_the_minute() => Assert.Equal(["07-05 00:00 to 07-05 01:00 by 60"], Slices(At("2026-07-05T00:00:00"), At("2026-07-05T01:00:00")));

    [Fact]
    public void A_slice_falls_into_pieces_of_so_many_points_without_a_gap()
    {
        var slice = MetricSlice.Of(At("2026-06-29T00:00:00"), At("2026-06-29T01:00:00"), Now).Single();
        Assert.Equal(["00:00-00:25", "00:25-00:50", "00:50-01:00"], slice.Pieces(25).Select(piece => $"{piece.Start:HH:mm}-{piece.End:HH:mm}"));
        Assert.Equal(slice, slice.Pieces(60).Single());
    }

    private static string[] Slices(DateTime start, DateTime end) => MetricSlice.Of(start, end, Now)
        .Select(slice => string.Format(CultureInfo.InvariantCulture, "{0:MM-dd HH:mm} to {1:MM-dd HH:mm} by {2}", slice.Start, slice.End, slice.Period.TotalSeconds)).ToArray();
}
