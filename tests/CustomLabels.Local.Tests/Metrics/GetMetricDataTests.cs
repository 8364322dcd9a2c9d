using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Metrics;

/// <summary>The clock begins at 03:04:05 UTC; a start takes no time here.</summary>
public sealed class GetMetricDataTests : IDisposable
{
    private const string Day = "2026-01-02T";

    private static readonly string Arn = TestEndpoint.ArnOf("line4", "v1");

    private readonly ManualClock _clock = new();
    private readonly TestEndpoint _local;

    public GetMetricDataTests() => _local = new TestEndpoint(
        options => TestEndpoint.WithModels(
            options with { StartDuration = TimeSpan.Zero, StopDuration = TimeSpan.Zero },
            new LocalModel { Project = "line4", Version = "v1", Status = "STOPPED", MaxInferenceUnits = 2, UnitSchedule = [new LocalUnitStep(90, 2)] },
            new LocalModel { Project = "line4", Version = "v2" }),
        _clock);

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task A_minute_is_the_mean_of_all_of_it_and_a_time_without_units_has_no_point()
    {
        await RunAsync(seconds: 115);

        // 55 s of one unit in 03:04; 35 s of one and 25 of two in 03:05.
        Assert.Equal([("03:05", 85 / 60d), ("03:04", 55 / 60d)], await PointsAsync("v1", 60));
        _clock.Pass(600);
        Assert.Equal(2, (await PointsAsync("v1", 60)).Count);
    }

    [Fact]
    public async Task The_sum_of_the_minutes_is_what_is_billed()
    {
        for (var run = 0; run < 5; run++)
        {
            await RunAsync(seconds: 47 + (run * 61.7));
            _clock.Pass(333.3);
        }

        var billed = _local.Endpoint.Models[0].InferenceHours;
        Assert.Equal(billed, (await PointsAsync("v1", 60)).Sum(point => point.Value) / 60, 9);
        Assert.True(billed > 0.2);
    }

    [Fact]
    public async Task A_longer_period_is_the_average_of_the_minutes_that_are_there_so_a_started_hour_counts_whole()
    {
        _clock.Pass(55);
        await RunAsync(seconds: 60);
        _clock.Pass(3 * 3600);
        await RunAsync(seconds: 60);
        Assert.Equal([("06:00", 1d), ("03:00", 1d)], await PointsAsync("v1", 3600));
    }

    [Fact]
    public async Task A_model_that_runs_has_points_up_to_now()
    {
        _clock.Pass(25);
        Assert.Equal([("03:04", 25 / 60d)], await PointsAsync("v2", 60));
        _clock.Pass(60);
        Assert.Equal([("03:05", 30 / 60d), ("03:04", 55 / 60d)], await PointsAsync("v2", 60));
    }

    [Fact]
    public async Task Only_what_begins_before_the_end_comes_and_the_period_of_the_start_comes_whole()
    {
        _clock.Pass(600);
        Assert.Equal(["03:08", "03:07", "03:06"], (await PointsAsync("v2", 60, start: Day + "03:06:40Z", end: Day + "03:09:00Z")).Select(point => point.Time));
    }

    [Theory]
    [InlineData("line4", "v3")]
    [InlineData("line5", "v1")]
    public async Task A_model_that_is_not_there_has_no_points(string project, string version)
    {
        var answer = await AskAsync(Query("a", project, version, 60));
        Assert.Contains("""{"Id":"a","Label":"InServiceInferenceUnits","Timestamps":[],"Values":[],"StatusCode":"Complete"}""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_as_many_points_as_were_asked_for_and_name_every_result()
    {
        _clock.Pass(55 + 120);
        var queries = Query("a", "line4", "v2", 60) + "," + Query("b", "line4", "v2", 60);
        var first = await AskAsync(queries, ",\"MaxDatapoints\":4");
        using var page = JsonDocument.Parse(first.Body);
        Assert.Equal(["a 3 Complete", "b 1 PartialData"], Summaries(page));
        var token = page.RootElement.GetProperty("NextToken").GetString();
        using var last = JsonDocument.Parse((await AskAsync(queries, $",\"MaxDatapoints\":4,\"NextToken\":\"{token}\"")).Body);
        Assert.Equal(["a 0 Complete", "b 2 Complete"], Summaries(last));
        Assert.False(last.RootElement.TryGetProperty("NextToken", out _));
        (await AskAsync(Query("a", "line4", "v2", 300), $",\"MaxDatapoints\":4,\"NextToken\":\"{token}\"")).AssertError("InvalidNextToken");
    }

    [Theory]
    [InlineData("""{"Id":"A","MetricStat":{"Metric":{},"Period":60,"Stat":"Average"}}""", "must match pattern")]
    [InlineData("""{"Id":"a","MetricStat":{"Metric":{},"Period":60,"Stat":"Average"}},{"Id":"a","MetricStat":{"Metric":{},"Period":60,"Stat":"Average"}}""", "are not unique")]
    [InlineData("""{"Id":"a","MetricStat":{"Metric":{},"Period":90,"Stat":"Average"}}""", "multiple of 60")]
    [InlineData("""{"Id":"a","MetricStat":{"Metric":{},"Period":60,"Stat":"Sum"}}""", "does not serve 'Sum'")]
    [InlineData("""{"Id":"a","Expression":"1+1"}""", "does not serve '1+1'")]
    public async Task What_can_not_be_asked_is_a_ValidationError(string queries, string message)
    {
        var answer = await AskAsync(queries);
        answer.AssertError("ValidationError");
        Assert.Contains(message, answer.Body, StringComparison.Ordinal);
        Assert.Equal("ValidationError;Sender", answer.Response.Headers.GetValues("x-amzn-query-error").Single());
    }

    [Fact]
    public async Task More_than_500_queries_are_refused() =>
        (await AskAsync(string.Join(",", Enumerable.Range(0, 501).Select(i => Query(FormattableString.Invariant($"a{i}"), "line4", "v1", 60))))).AssertError("ValidationError");

    [Fact]
    public async Task An_end_that_is_not_after_the_start_is_refused() =>
        (await AskAsync(Query("a", "line4", "v1", 60), start: Day + "04:00:00Z", end: Day + "04:00:00Z")).AssertError("ValidationError");

    [Fact]
    public async Task It_speaks_version_1_0_of_the_protocol_and_only_that()
    {
        var answer = await AskAsync(Query("a", "line4", "v1", 60));
        Assert.Equal("application/x-amz-json-1.0", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal(403, (int)(await _local.PostAsync("{}", "GraniteServiceVersion20100801.GetMetricData")).Response.StatusCode);
        Assert.Equal(403, (int)(await _local.PostAsync("{}", "RekognitionService.DescribeProjects", contentType: "application/x-amz-json-1.0")).Response.StatusCode);
    }

    [Fact]
    public async Task Trouble_of_it_is_in_the_words_of_its_service()
    {
        using var local = new TestEndpoint(options => options with { Troubles = [new LocalTrouble { Kind = "AccessDeniedException", Operation = "GetMetricData" }] });
        var answer = await local.PostAsync("{}", "GraniteServiceVersion20100801.GetMetricData", contentType: "application/x-amz-json-1.0");
        answer.AssertError("AccessDeniedException", "User is not authorized to perform: cloudwatch:GetMetricData");
    }

    private static string[] Summaries(JsonDocument page) => page.RootElement.GetProperty("MetricDataResults").EnumerateArray()
        .Select(result => FormattableString.Invariant($"{result.GetProperty("Id")} {result.GetProperty("Values").GetArrayLength()} {result.GetProperty("StatusCode")}")).ToArray();

    private static string Query(string id, string project, string version, int period) => """
        {"Id":"$ID","MetricStat":{"Metric":{"Namespace":"AWS/Rekognition","MetricName":"InServiceInferenceUnits","Dimensions":[{"Name":"ProjectName","Value":"$PROJECT"},{"Name":"VersionName","Value":"$VERSION"}]},"Period":$PERIOD,"Stat":"Average"}}
        """.Replace("$ID", id).Replace("$PROJECT", project).Replace("$VERSION", version).Replace("$PERIOD", period.ToString(CultureInfo.InvariantCulture));

    private static long Seconds(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private async Task RunAsync(double seconds)
    {
        (await _local.CallAsync("StartProjectVersion", Arn, ",\"MinInferenceUnits\":1,\"MaxInferenceUnits\":2")).AssertBody("""{"Status":"STARTING"}""");
        _clock.Pass(seconds);
        (await _local.CallAsync("StopProjectVersion", Arn, "")).AssertBody("""{"Status":"STOPPING"}""");
    }

    private Task<EndpointAnswer> AskAsync(string queries, string more = "", string start = Day + "00:00:00Z", string end = Day + "23:59:00Z") => _local.PostAsync(
        $$"""{"MetricDataQueries":[{{queries}}],"StartTime":{{Seconds(start)}},"EndTime":{{Seconds(end)}}{{more}}}""", "GraniteServiceVersion20100801.GetMetricData", contentType: "application/x-amz-json-1.0");

    private async Task<IReadOnlyList<(string Time, double Value)>> PointsAsync(string version, int period, string start = Day + "00:00:00Z", string end = Day + "23:59:00Z")
    {
        using var json = JsonDocument.Parse((await AskAsync(Query("a", "line4", version, period), "", start, end)).Body);
        var result = json.RootElement.GetProperty("MetricDataResults")[0];
        var times = result.GetProperty("Timestamps").EnumerateArray().Select(time => DateTimeOffset.FromUnixTimeSeconds((long)time.GetDouble()).ToString("HH:mm", CultureInfo.InvariantCulture));
        return times.Zip(result.GetProperty("Values").EnumerateArray(), (time, value) => (time, value.GetDouble())).ToArray();
    }
}
