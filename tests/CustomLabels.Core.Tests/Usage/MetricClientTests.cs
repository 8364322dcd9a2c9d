using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Core.Tests.Detection;
using CustomLabels.Usage;
using Xunit;
using static CustomLabels.Core.Tests.Usage.UsageScene;

namespace CustomLabels.Core.Tests.Usage;

public sealed class MetricClientTests
{
    private static readonly DateTime Now = At("2026-01-03T00:00:00");

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_model_is_asked_for_by_its_names_and_the_average_of_each_period()
    {
        var transport = new ScriptedTransport(Answer(Result("m0", "Complete", ("10:00", 1))));
        await AskAsync(transport, [V1], "10:00", "10:02");
        Assert.Equal(
            """{"MetricDataQueries":[{"Id":"m0","MetricStat":{"Metric":{"Namespace":"AWS/Rekognition","MetricName":"InServiceInferenceUnits","Dimensions":[{"Name":"ProjectName","Value":"line4"},{"Name":"VersionName","Value":"v1"}]},"Period":60,"Stat":"Average"}}],"StartTime":1767348000,"EndTime":1767348120}""",
            Assert.Single(transport.Bodies));
    }

    [Fact]
    public async Task Pages_are_put_together_in_whatever_order_their_points_come()
    {
        var transport = new ScriptedTransport(
            Page("T1", Result("m0", "PartialData", ("10:03", 4), ("10:01", 2)), Result("m1", "PartialData")),
            Page(null, Result("m1", "Complete", ("10:00", 9)), Result("m0", "Complete", ("10:00", 1), ("10:02", 3))));
        var points = await AskAsync(transport, [V1, V2], "10:00", "10:04");
        Assert.Equal([1d, 2, 3, 4], Units(points[0]));
        Assert.Equal([9d], Units(points[1]));
        Assert.All(points, one => Assert.True(one.IsComplete));
        Assert.Contains("\"NextToken\":\"T1\"", transport.Bodies[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PartialData")]
    [InlineData("InternalError")]
    [InlineData("Forbidden")]
    public async Task A_result_that_does_not_end_complete_is_not(string status)
    {
        var points = await AskAsync(new ScriptedTransport(Answer(Result("m0", status, ("10:00", 1)), Result("m1", "Complete"))), [V1, V2], "10:00", "10:04");
        Assert.Equal([false, true], points.Select(one => one.IsComplete));
        Assert.Equal([1d], Units(points[0]));
    }

    [Fact]
    public async Task A_result_that_is_missing_is_not_complete() =>
        Assert.False((await AskAsync(new ScriptedTransport(Answer(Result("m1", "Complete"))), [V1], "10:00", "10:04"))[0].IsComplete);

    [Fact]
    public async Task Points_outside_of_what_was_asked_for_and_halves_of_points_are_left_out()
    {
        var answer = """{"MetricDataResults":[{"Id":"m0","StatusCode":"Complete","Timestamps":[1767348000,1767348060,1767351600,1767348120],"Values":[1,null,7]}]}""";
        var points = await AskAsync(new ScriptedTransport(ScriptedTransport.Answer(200, answer)), [V1], "10:00", "10:04");
        Assert.Equal([1d], Units(points[0]));
    }

    [Fact]
    public async Task No_request_has_more_queries_or_asks_for_more_points_than_CloudWatch_takes()
    {
        var models = Enumerable.Range(0, 501).Select(i => Arn("line4", FormattableString.Invariant($"v{i}"))).ToArray();
        var results = string.Join(",", Enumerable.Range(0, 500).Select(i => Result(FormattableString.Invariant($"m{i}"), "Complete")));
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, $$"""{"MetricDataResults":[{{results}}]}"""));
        await AskAsync(transport, models, "2026-01-01T00:00:00", "2026-01-02T00:00:00");

        // 201 minutes of 500 models at a time, and the whole day of the one that is left.
        Assert.Equal(8 + 1, transport.Bodies.Count);
        var next = At("2026-01-01T00:00:00");
        foreach (var body in transport.Bodies.Take(8))
        {
            using var json = JsonDocument.Parse(body);
            var (start, end) = (Time(json, "StartTime"), Time(json, "EndTime"));
            Assert.Equal(next, start);
            Assert.InRange(500 * (end - start).TotalMinutes, 1, 100_800);
            Assert.Equal(500, json.RootElement.GetProperty("MetricDataQueries").GetArrayLength());
            next = end;
        }

        Assert.Equal(At("2026-01-02T00:00:00"), next);
        Assert.Contains("\"v500\"", transport.Bodies[8], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_with_several_periods_is_asked_for_with_each()
    {
        var transport = new ScriptedTransport(Answer(Result("m0", "Complete")));
        await AskAsync(transport, [V1], "2025-10-01T00:00:00", "2026-01-03T00:00:00");
        Assert.Equal([3600, 300, 60], transport.Bodies.Select(body =>
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("MetricDataQueries")[0].GetProperty("MetricStat").GetProperty("Period").GetInt32();
        }));
    }

    [Fact]
    public async Task Denied_says_what_CloudWatch_is_called_in_policies()
    {
        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => AskAsync(new ScriptedTransport(ScriptedTransport.Error("AccessDenied", 403)), [V1], "10:00", "10:04"));
        Assert.Equal((ErrorId.AccessDenied, "Allow cloudwatch:GetMetricData."), (error.Error.Id, error.Error.RecommendedAction));
        Assert.True(UsageErrors.IsPassedOver(error.Error));
    }

    private static DateTime Time(JsonDocument json, string member) => DateTimeOffset.FromUnixTimeSeconds(json.RootElement.GetProperty(member).GetInt64()).UtcDateTime;

    private static double[] Units(UnitPoints points) => points.Parts().OrderBy(part => part.Start).Select(part => Math.Round(part.UnitHours * 60, 9)).ToArray();

    private static Func<ServiceAnswer> Answer(params string[] results) => Page(token: null, results);

    private static Func<ServiceAnswer> Page(string? token, params string[] results) =>
        ScriptedTransport.Answer(200, $$"""{"MetricDataResults":[{{string.Join(",", results)}}],"Messages":[]{{(token is null ? "" : $",\"NextToken\":\"{token}\"")}}}""");

    private static string Result(string id, string status, params (string Time, double Value)[] points) => FormattableString.Invariant(
        $"{{\"Id\":\"{id}\",\"StatusCode\":\"{status}\",\"Timestamps\":[{string.Join(",", points.Select(point => new DateTimeOffset(At(point.Time)).ToUnixTimeSeconds()))}],\"Values\":[{string.Join(",", points.Select(point => point.Value))}]}}");

    private Task<IReadOnlyList<UnitPoints>> AskAsync(ScriptedTransport transport, IReadOnlyList<ProjectVersionArn> models, string start, string end)
    {
        var caller = new ServiceCaller(new RetryPolicy(maxAttempts: 3, TimeSpan.FromMinutes(5), new Random(1)), _clock);
        return new MetricClient(new ControlPlane(transport, caller, SilentLog.Instance)).UnitsAsync(models, MetricSlice.Of(At(start), At(end), Now), CancellationToken.None);
    }
}
