using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Throughput;

public sealed class ThrottlingTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Over_what_the_models_units_answer_detection_is_ProvisionedThroughputExceeded()
    {
        using var local = new TestEndpoint(
            options => TestEndpoint.WithModels(
                options with { TpsPerInferenceUnit = 2 }, new LocalModel { Version = "a", MinInferenceUnits = 2 }, new LocalModel { Version = "b" }), _clock);
        var (a, b) = (TestEndpoint.ArnOf("local", "a"), TestEndpoint.ArnOf("local", "b"));
        Assert.Equal(4, await AnsweredAsync(local, a, calls: 6));
        Assert.Equal(2, await AnsweredAsync(local, b, calls: 6));
        (await DetectAsync(local, a)).AssertError("ProvisionedThroughputExceededException", "Provisioned Rate exceeded.");
        _clock.Pass(0.5);
        Assert.Equal(2, await AnsweredAsync(local, a, calls: 6));
        Assert.Equal(1, await AnsweredAsync(local, b, calls: 6));
    }

    [Fact]
    public async Task Unused_throughput_is_saved_up_for_the_burst()
    {
        using var local = new TestEndpoint(options => options with { TpsPerInferenceUnit = 2, Burst = TimeSpan.FromSeconds(5) }, _clock);
        Assert.Equal(10, await AnsweredAsync(local, TestEndpoint.Arn, calls: 20));
    }

    [Fact]
    public async Task Over_the_accounts_quota_detection_is_throttled_whichever_model()
    {
        using var local = new TestEndpoint(
            options => TestEndpoint.WithModels(options with { AccountTps = 3 }, new LocalModel { Version = "a" }, new LocalModel { Version = "b" }), _clock);
        Assert.Equal(2, await AnsweredAsync(local, TestEndpoint.ArnOf("local", "a"), calls: 2));
        Assert.Equal(1, await AnsweredAsync(local, TestEndpoint.ArnOf("local", "b"), calls: 2));
        (await DetectAsync(local, TestEndpoint.ArnOf("local", "a"))).AssertError("ThrottlingException", "Slow down; sudden increase in rate of requests.");
        (await local.CallAsync("DescribeProjects", "{}")).AssertBody((await local.CallAsync("DescribeProjects", "{}")).Body);
    }

    [Fact]
    public async Task Each_control_plane_operation_has_a_quota_of_its_own()
    {
        using var local = new TestEndpoint(options => options with { ControlPlaneTps = 2 }, _clock);
        for (var i = 0; i < 2; i++) await local.CallAsync("DescribeProjects", "{}");
        (await local.CallAsync("DescribeProjects", "{}")).AssertError("ThrottlingException", "Slow down; sudden increase in rate of requests.");
        (await local.CallAsync("StopProjectVersion", TestEndpoint.Arn, "")).AssertBody("""{"Status":"STOPPING"}""");
        _clock.Pass(0.5);
        Assert.Contains("ProjectDescriptions", (await local.CallAsync("DescribeProjects", "{}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_throttled_unless_it_was_asked_for()
    {
        using var local = new TestEndpoint(clock: _clock);
        Assert.Equal(100, await AnsweredAsync(local, TestEndpoint.Arn, calls: 100));
    }

    [Fact]
    public async Task Units_follow_the_load_and_the_model_shows_it()
    {
        using var local = new TestEndpoint(
            options => TestEndpoint.WithModels(
                options with { TpsPerInferenceUnit = 5, ScalingDelay = TimeSpan.FromSeconds(1) }, new LocalModel { MaxInferenceUnits = 3 }), _clock);
        Assert.Equal(5, await AnsweredAsync(local, TestEndpoint.Arn, calls: 11));
        Assert.Equal(1, Assert.Single(local.Endpoint.Models).InferenceUnits);
        _clock.Pass(1);
        Assert.Equal(3, Assert.Single(local.Endpoint.Models).InferenceUnits);
        _clock.Pass(1);
        Assert.Equal(1, Assert.Single(local.Endpoint.Models).InferenceUnits);
    }

    private static async Task<int> AnsweredAsync(TestEndpoint local, string arn, int calls)
    {
        var answered = 0;
        for (var i = 0; i < calls; i++) answered += (await DetectAsync(local, arn)).Response.IsSuccessStatusCode ? 1 : 0;
        return answered;
    }

    private static Task<EndpointAnswer> DetectAsync(TestEndpoint local, string arn) => local.DetectAsync("""{"S3Object":{"Bucket":"line4","Name":"board.jpg"}}""", arn: arn);
}
