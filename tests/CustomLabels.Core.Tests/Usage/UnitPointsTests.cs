using System;
using System.Linq;
using CustomLabels.Usage;
using Xunit;
using static CustomLabels.Core.Tests.Usage.UsageScene;

namespace CustomLabels.Core.Tests.Usage;

public sealed class UnitPointsTests
{
    private const double Minute = 1 / 60d;

    [Fact]
    public void Unit_hours_are_the_average_times_the_period_and_hours_the_period_of_each_point_with_units()
    {
        var points = Points(60, ("10:00", 1), ("10:01", 2.5), ("10:02", 2), ("10:10", 0), ("11:00", 3));
        AssertSum(4 * Minute, 8.5 * Minute, points);
        Assert.All(points.Parts(), part => Assert.Equal(TimeSpan.FromMinutes(1), part.Period));
    }

    [Theory]
    [InlineData(300, 5 + 5, 5 + 7.5)]
    [InlineData(3600, 60 + 60, 60 + 90)]
    public void Of_longer_periods_each_that_has_begun_counts_whole(int period, double minutes, double unitMinutes) =>
        AssertSum(minutes * Minute, unitMinutes * Minute, Points(period, ("10:00", 1), ("12:00", 1.5)));

    // A run from 10:00:41 to 10:02:31 of so many units.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_first_and_the_last_minute_of_a_run_count_as_much_as_they_have(int units) =>
        AssertRun(110 / 3600d, units, Points(60, ("10:00", units * 19 / 60d), ("10:01", units), ("10:02", units * 31 / 60d)));

    [Fact]
    public void So_does_a_run_that_is_two_minutes_in_part_or_only_one()
    {
        AssertRun(65 / 3600d, 2, Points(60, ("10:00", 2 * 24 / 60d), ("10:01", 2 * 41 / 60d)));
        AssertRun(39 / 3600d, 2, Points(60, ("10:00", 2 * 39 / 60d)));
        AssertRun(12 / 3600d, 1, Points(60, ("10:00", 12 / 60d)));
    }

    [Fact]
    public void A_service_that_has_no_parts_of_units_has_whole_minutes() =>
        AssertSum(4 * Minute, 5 * Minute, Points(60, ("10:00", 1), ("10:01", 1), ("10:02", 1), ("10:03", 2)));

    [Fact]
    public void A_minute_within_a_run_is_whole_whatever_its_average_is() =>
        AssertSum(3 * Minute, 4.3 * Minute, Points(60, ("10:00", 1), ("10:01", 1.3), ("10:02", 2)));

    [Fact]
    public void Points_may_come_in_any_order_and_twice() =>
        AssertSum(3 * Minute, 3 * Minute, Points(60, ("10:02", 1), ("10:00", 1), ("10:01", 1), ("10:00", 1)));

    private static void AssertRun(double hours, int units, UnitPoints points) => AssertSum(hours, hours * units, points);

    private static void AssertSum(double hours, double unitHours, UnitPoints points)
    {
        Assert.Equal(hours, points.Parts().Sum(part => part.Hours), 12);
        Assert.Equal(unitHours, points.Parts().Sum(part => part.UnitHours), 12);
    }

    private static UnitPoints Points(int period, params (string Time, double Units)[] points)
    {
        var all = new UnitPoints();
        foreach (var (time, units) in points) all.Add(At(time), units, TimeSpan.FromSeconds(period));
        return all;
    }
}
