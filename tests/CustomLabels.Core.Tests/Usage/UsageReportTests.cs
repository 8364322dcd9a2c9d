using System;
using System.Globalization;
using System.Linq;
using CustomLabels.Usage;
using Xunit;
using static CustomLabels.Core.Tests.Usage.UsageScene;

namespace CustomLabels.Core.Tests.Usage;

public sealed class UsageReportTests
{
    private static readonly DateTime Start = At("2026-01-01T12:00:00");
    private static readonly DateTime End = At("2026-01-04T06:00:00");

    private static readonly MeasuredModel[] Models =
    [
        new(V2, UsageSource.CloudWatch, [Part("2026-01-03T01:00:00", 1, 2)]),
        new(V1, UsageSource.CloudWatch, [Part("2026-01-02T01:00:00", 1, 1), Part("2026-01-02T23:59:00", 1, 4), Part("2026-01-03T00:00:00", 2, 2)]),
        new(Other, UsageSource.Leases, [Part("2026-01-03T05:00:00", 0.5, 0.5, minutes: 0)]),
    ];

    [Fact]
    public void By_model_each_is_summed_over_the_whole_time_what_costs_the_most_first() =>
        Assert.Equal(["line4/v1 01-01 12 to 01-04 06: 4 7 28.00 CloudWatch", "line4/v2 01-01 12 to 01-04 06: 1 2 8.00 CloudWatch", "line5/v1 01-01 12 to 01-04 06: 0.5 0.5 2.00 Leases"], Report(UsageGroups.Model));

    [Fact]
    public void By_project_its_models_are_summed() =>
        Assert.Equal(["line4 01-01 12 to 01-04 06: 5 9 36.00 CloudWatch", "line5 01-01 12 to 01-04 06: 0.5 0.5 2.00 Leases"], Report(UsageGroups.Project));

    [Fact]
    public void By_day_all_models_are_summed_each_day_from_midnight_UTC_and_the_sources_come_together() =>
        Assert.Equal(["all 01-02 00 to 01-03 00: 2 5 20.00 CloudWatch", "all 01-03 00 to 01-04 00: 3.5 4.5 18.00 CloudWatch, Leases"], Report(UsageGroups.Day));

    [Fact]
    public void By_model_and_day_each_has_its_days() => Assert.Equal(
        ["line4/v1 01-02 00 to 01-03 00: 2 5 20.00 CloudWatch", "line4/v1 01-03 00 to 01-04 00: 2 2 8.00 CloudWatch", "line4/v2 01-03 00 to 01-04 00: 1 2 8.00 CloudWatch", "line5/v1 01-03 00 to 01-04 00: 0.5 0.5 2.00 Leases"],
        Report(UsageGroups.Model | UsageGroups.Day));

    [Fact]
    public void The_first_and_the_last_day_are_those_parts_that_were_measured() => Assert.Equal(
        ["all 01-01 12 to 01-02 00: 1 1 4.00 CloudWatch", "all 01-04 00 to 01-04 06: 1 1 4.00 CloudWatch"],
        Text(new UsageReport(Start, End, UsageGroups.Day, 4).Of([new(V1, UsageSource.CloudWatch, [Part("2026-01-01T13:00:00", 1, 1), Part("2026-01-04T05:00:00", 1, 1)])])));

    [Fact]
    public void Nothing_known_is_not_nothing_used()
    {
        var unknown = Assert.Single(new UsageReport(Start, End, UsageGroups.Model, 4).Of([new(V1, UsageSource.None, [])]));
        Assert.Equal((null, null, null), (unknown.Hours, unknown.UnitHours, unknown.Cost));
        var unused = Assert.Single(new UsageReport(Start, End, UsageGroups.Model, 4).Of([new(V1, UsageSource.CloudWatch, [])]));
        Assert.Equal((0d, 0d, 0m), (unused.Hours, unused.UnitHours, unused.Cost));
        Assert.Empty(new UsageReport(Start, End, UsageGroups.Model | UsageGroups.Day, 4).Of([new(V1, UsageSource.CloudWatch, [])]));
    }

    [Fact]
    public void The_longest_period_is_that_of_a_sum()
    {
        var usage = new UsageReport(Start, End, UsageGroups.Project, 4).Of([.. Models, new(Arn("line4", "v3"), UsageSource.CloudWatch, [Part("2026-01-03T02:00:00", 1, 1, minutes: 5)])]);
        Assert.Equal([TimeSpan.FromMinutes(5), null], usage.Select(one => one.Period));
    }

    [Fact]
    public void The_ARN_is_that_of_a_model_and_of_nothing_else()
    {
        Assert.Equal([V1.Text, V2.Text, Other.Text], new UsageReport(Start, End, UsageGroups.Model, 4).Of(Models).Select(usage => usage.ProjectVersionArn));
        Assert.All(new UsageReport(Start, End, UsageGroups.Project | UsageGroups.Day, 4).Of(Models), usage => Assert.Null(usage.ProjectVersionArn));
    }

    private static UsagePart Part(string start, double hours, double unitHours, int minutes = 1) => new(At(start), hours, unitHours, minutes == 0 ? null : TimeSpan.FromMinutes(minutes));

    private static string[] Report(UsageGroups groups) => Text(new UsageReport(Start, End, groups, pricePerUnitHour: 4).Of(Models));

    private static string[] Text(System.Collections.Generic.IEnumerable<ModelUsage> report) => report
        .OrderBy(usage => usage.Name, StringComparer.Ordinal).ThenBy(usage => usage.StartTime)
        .Select(usage => string.Format(CultureInfo.InvariantCulture, "{0} {1:MM-dd HH} to {2:MM-dd HH}: {3} {4} {5:F2} {6}", usage.Name ?? "all", usage.StartTime, usage.EndTime, usage.Hours, usage.UnitHours, usage.Cost, usage.Source)).ToArray();
}
