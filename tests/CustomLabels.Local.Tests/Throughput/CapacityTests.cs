using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Local.Throughput;
using Xunit;

namespace CustomLabels.Local.Tests.Throughput;

public class CapacityTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(5);

    [Fact]
    public void Units_follow_the_load_of_the_period_before_between_the_least_and_the_most()
    {
        var capacity = New(min: 1, max: 4, tps: 5, delay: 10);
        Ask(capacity, from: 0, to: 10, perSecond: 12);
        Assert.Equal(1, capacity.UnitsAt(At(9.9)));
        Assert.Equal(3, capacity.UnitsAt(At(10)));
        Ask(capacity, from: 10, to: 20, perSecond: 99);
        Assert.Equal(4, capacity.UnitsAt(At(20)));
        Ask(capacity, from: 20, to: 30, perSecond: 7);
        Assert.Equal(2, capacity.UnitsAt(At(30)));
        Assert.Equal(1, capacity.UnitsAt(At(1000)));
    }

    [Fact]
    public void More_units_let_more_through()
    {
        var capacity = New(min: 1, max: 3, tps: 5, delay: 10);
        Assert.Equal(5 + 49, Ask(capacity, from: 0, to: 10, perSecond: 20));
        var second = Ask(capacity, from: 10, to: 20, perSecond: 20);
        Assert.InRange(second, 145, 152);
    }

    [Theory]
    [InlineData(2, null, 5.0)]
    [InlineData(2, 2, 5.0)]
    [InlineData(2, 5, null)]
    public void Without_a_most_or_without_a_worth_units_stay(int min, int? max, double? tps)
    {
        var capacity = New(min, max, tps, delay: 1);
        Ask(capacity, from: 0, to: 10, perSecond: 50);
        Assert.Equal(min, capacity.UnitsAt(At(10)));
    }

    [Fact]
    public void A_schedule_is_kept_whatever_the_load()
    {
        var capacity = New(min: 1, max: 4, tps: 5, delay: 1, new LocalUnitStep(2, 3), new LocalUnitStep(5, 2));
        Ask(capacity, from: 0, to: 1.9, perSecond: 99);
        Assert.Equal([1, 3, 3, 2, 2], new[] { 1.9, 2, 4.9, 5, 500 }.Select(seconds => capacity.UnitsAt(At(seconds))));
    }

    [Fact]
    public void A_schedule_stays_within_the_least_and_the_most()
    {
        var capacity = New(min: 2, max: 3, tps: null, delay: 1, new LocalUnitStep(0, 1), new LocalUnitStep(5, 9));
        Assert.Equal([2, 3], new[] { 0, 5 }.Select(seconds => capacity.UnitsAt(At(seconds))));
    }

    [Fact]
    public void What_is_billed_is_units_in_service_times_hours()
    {
        var capacity = New(min: 1, max: 3, tps: null, delay: 1, new LocalUnitStep(1800, 3), new LocalUnitStep(3600, 2));
        Assert.Equal(0.25, capacity.UnitHoursAt(At(900)), 9);
        Assert.Equal(0.5 + 1.5 + 2, capacity.UnitHoursAt(At(7200)), 9);
        Assert.Equal(2, capacity.HoursAt(At(7200)), 9);
    }

    private static Capacity New(int min, int? max, double? tps, double delay, params LocalUnitStep[] schedule) =>
        new(new ThroughputRules(tps, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(delay)), min, max, schedule, new UnitHistory(), Start);

    private static TimeSpan At(double seconds) => Start + TimeSpan.FromSeconds(seconds);

    private static int Ask(Capacity capacity, double from, double to, int perSecond)
    {
        var times = new List<double>();
        for (var i = 0; i < (to - from) * perSecond; i++) times.Add(from + ((double)i / perSecond));
        return times.Count(seconds => capacity.TryTake(At(seconds)));
    }
}
