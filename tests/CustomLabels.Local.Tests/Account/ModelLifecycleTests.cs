using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Account;

public sealed class ModelLifecycleTests : IDisposable
{
    private static readonly string A = TestEndpoint.ArnOf("lines", "a");
    private static readonly string B = TestEndpoint.ArnOf("lines", "b");
    private static readonly string C = TestEndpoint.ArnOf("cartons", "c");

    private readonly ManualClock _clock = new();
    private readonly TestEndpoint _local;

    public ModelLifecycleTests() => _local = new TestEndpoint(
        options => TestEndpoint.WithModels(
            options with { StartDuration = TimeSpan.FromSeconds(600), StopDuration = TimeSpan.FromSeconds(60) },
            new LocalModel { Project = "lines", Version = "a" },
            new LocalModel { Project = "lines", Version = "b", Status = "STOPPED" },
            new LocalModel { Project = "cartons", Version = "c", Status = "TRAINING_COMPLETED" }),
        _clock);

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task A_model_takes_its_time_to_start_and_to_stop()
    {
        (await StartAsync(B)).AssertBody("""{"Status":"STARTING"}""");
        _clock.Pass(599);
        Assert.Equal("STARTING", StatusOf(B));
        _clock.Pass(1);
        Assert.Equal("RUNNING", StatusOf(B));
        (await StopAsync(B)).AssertBody("""{"Status":"STOPPING"}""");
        _clock.Pass(59);
        Assert.Equal("STOPPING", StatusOf(B));
        _clock.Pass(1);
        Assert.Equal("STOPPED", StatusOf(B));
        Assert.Equal("RUNNING", StatusOf(A));
    }

    [Fact]
    public async Task A_start_may_end_in_FAILED_or_never_end()
    {
        using var local = new TestEndpoint(
            options => TestEndpoint.WithModels(
                options with { StartDuration = TimeSpan.FromSeconds(600), AllowStopWhileStarting = true },
                new LocalModel { Project = "lines", Version = "a", Status = "STOPPED", StatusAfterStart = "FAILED" },
                new LocalModel { Project = "lines", Version = "b", Status = "STOPPED", StatusAfterStart = "STARTING" }),
            _clock);
        string[] Statuses() => local.Endpoint.Models.Select(model => model.Status).ToArray();
        foreach (var arn in new[] { A, B }) (await local.CallAsync("StartProjectVersion", arn, ",\"MinInferenceUnits\":1")).AssertBody("""{"Status":"STARTING"}""");
        _clock.Pass(599);
        Assert.Equal(["STARTING", "STARTING"], Statuses());
        _clock.Pass(1);
        Assert.Equal(["FAILED", "STARTING"], Statuses());
        _clock.Pass(36000);
        Assert.Equal(["FAILED", "STARTING"], Statuses());
        Assert.All(local.Endpoint.Models, model => Assert.Equal((0, 0d), (model.InferenceUnits, model.RunningHours)));
        (await local.CallAsync("StopProjectVersion", A, "")).AssertError("ResourceInUseException");
        (await local.CallAsync("StopProjectVersion", B, "")).AssertBody("""{"Status":"STOPPING"}""");
        (await local.CallAsync("StartProjectVersion", A, ",\"MinInferenceUnits\":1")).AssertBody("""{"Status":"STARTING"}""");
    }

    [Fact]
    public async Task A_day_of_the_models_can_take_a_minute()
    {
        using var local = new TestEndpoint(
            options => TestEndpoint.WithModels(
                options with { StartDuration = TimeSpan.FromSeconds(600), StopDuration = TimeSpan.FromSeconds(600), TimeScale = 1440 },
                new LocalModel { Project = "lines", Version = "a" },
                new LocalModel { Project = "lines", Version = "b", Status = "STOPPED" }),
            _clock);
        var start = local.Endpoint.ModelTime;
        Assert.Equal(_clock.UtcNow, start);
        await local.CallAsync("StartProjectVersion", B, ",\"MinInferenceUnits\":2");
        _clock.Pass(0.4);
        Assert.Equal("STARTING", local.Endpoint.Models[1].Status);
        _clock.Pass(59.6);
        Assert.Equal(start.AddDays(1), local.Endpoint.ModelTime);
        Assert.Equal(24, local.Endpoint.Models[0].RunningHours, 6);
        Assert.Equal(48 - (2 / 6d), local.Endpoint.Models[1].InferenceHours, 6);
        Assert.Equal("RUNNING", local.Endpoint.Models[1].Status);
    }

    [Fact]
    public async Task Only_a_running_model_detects()
    {
        const string NotReady = "ResourceNotReadyException";
        (await DetectAsync(B)).AssertError(NotReady, "The requested resource isn't ready. The project version is STOPPED.");
        await StartAsync(B);
        (await DetectAsync(B)).AssertError(NotReady);
        _clock.Pass(600);
        Assert.Equal("scratch 92.31; dent 50", (await DetectAsync(B)).Labels);
        await StopAsync(B);
        (await DetectAsync(B)).AssertError(NotReady);
    }

    [Fact]
    public async Task What_runs_can_not_be_started_and_what_does_not_run_can_not_be_stopped()
    {
        (await StartAsync(A)).AssertError("ResourceInUseException", "The specified resource is already being used. The project version is RUNNING.");
        (await StopAsync(B)).AssertError("ResourceInUseException", "The specified resource is already being used. The project version is STOPPED.");
        await StartAsync(B);
        (await StartAsync(B)).AssertError("ResourceInUseException");
        (await StopAsync(B)).AssertError("ResourceInUseException");
        _clock.Pass(600);
        await StopAsync(B);
        (await StartAsync(B)).AssertError("ResourceInUseException");
        _clock.Pass(60);
        Assert.Equal("""{"Status":"STARTING"}""", (await StartAsync(B)).Body);
    }

    [Fact]
    public async Task A_start_may_be_taken_and_seen_only_later()
    {
        using var local = new TestEndpoint(options => TestEndpoint.WithModels(
            options with { StartDuration = TimeSpan.FromSeconds(20), StartVisibilityDelay = TimeSpan.FromSeconds(5) },
            new LocalModel { Project = "lines", Version = "a", Status = "STOPPED" }), _clock);
        (await local.CallAsync("StartProjectVersion", A, ",\"MinInferenceUnits\":2")).AssertBody("""{"Status":"STARTING"}""");

        Assert.Equal(("STOPPED", 1), await SeenAsync(local));
        // The account knows better: it refuses a second start, and counts the model among those that run.
        (await local.CallAsync("StartProjectVersion", A, ",\"MinInferenceUnits\":2")).AssertError("ResourceInUseException");
        Assert.Equal("STARTING", Assert.Single(local.Endpoint.Models).Status);
        _clock.Pass(4.9);
        Assert.Equal(("STOPPED", 1), await SeenAsync(local));
        _clock.Pass(0.1);
        Assert.Equal(("STARTING", 2), await SeenAsync(local));
        _clock.Pass(15);
        Assert.Equal(("RUNNING", 2), await SeenAsync(local));

        // A stop is seen at once, also within the delay of the start before it.
        await local.CallAsync("StopProjectVersion", A, "");
        Assert.Equal(("STOPPING", 2), await SeenAsync(local));
    }

    [Fact]
    public async Task A_model_that_is_starting_can_be_stopped_where_that_is_allowed()
    {
        using var local = new TestEndpoint(options => TestEndpoint.WithModels(
            options with { StartDuration = TimeSpan.FromSeconds(20), StopDuration = TimeSpan.FromSeconds(2), AllowStopWhileStarting = true },
            new LocalModel { Project = "lines", Version = "a", Status = "STOPPED" }), _clock);
        await local.CallAsync("StartProjectVersion", A, ",\"MinInferenceUnits\":1");
        (await local.CallAsync("StopProjectVersion", A, "")).AssertBody("""{"Status":"STOPPING"}""");
        (await local.CallAsync("StopProjectVersion", A, "")).AssertError("ResourceInUseException");
        _clock.Pass(2);
        var model = Assert.Single(local.Endpoint.Models);
        Assert.Equal(("STOPPED", 0.0, 0.0), (model.Status, model.RunningHours, model.InferenceHours));

        // And it starts again, from the beginning.
        await local.CallAsync("StartProjectVersion", A, ",\"MinInferenceUnits\":1");
        _clock.Pass(19);
        Assert.Equal("STARTING", Assert.Single(local.Endpoint.Models).Status);
        _clock.Pass(1);
        Assert.Equal("RUNNING", Assert.Single(local.Endpoint.Models).Status);
    }

    private static async Task<(string? Status, int? Units)> SeenAsync(TestEndpoint local)
    {
        var answer = await local.CallAsync("DescribeProjectVersions", """{"ProjectArn":"arn:aws:rekognition:us-east-1:123456789012:project/lines/1767223800000"}""");
        var version = RekognitionOperations.DescribeProjectVersions.ReadResponse(Encoding.UTF8.GetBytes(answer.Body)).ProjectVersionDescriptions![0]!;
        return (version.Status, version.MinInferenceUnits);
    }

    [Theory]
    [InlineData("STOPPED", null)]
    [InlineData("TRAINING_COMPLETED", null)]
    [InlineData("COPYING_COMPLETED", null)]
    [InlineData("FAILED", null)]
    [InlineData("TRAINING_IN_PROGRESS", "ResourceInUseException")]
    [InlineData("COPYING_IN_PROGRESS", "ResourceInUseException")]
    [InlineData("DELETING", "ResourceInUseException")]
    [InlineData("STARTING", "ResourceInUseException")]
    [InlineData("STOPPING", "ResourceInUseException")]
    [InlineData("TRAINING_FAILED", "InvalidParameterException")]
    [InlineData("COPYING_FAILED", "InvalidParameterException")]
    [InlineData("DEPRECATED", "InvalidParameterException")]
    [InlineData("EXPIRED", "InvalidParameterException")]
    public async Task Whether_a_model_can_be_started_depends_on_its_status(string status, string? error)
    {
        using var local = new TestEndpoint(options => TestEndpoint.WithModels(options, new LocalModel { Status = status }), _clock);
        Assert.Equal(status, Assert.Single(local.Endpoint.Models).Status);
        var answer = await local.CallAsync("StartProjectVersion", TestEndpoint.Arn, ",\"MinInferenceUnits\":1");
        if (error is null) answer.AssertBody("""{"Status":"STARTING"}""");
        else answer.AssertError(error);
    }

    [Fact]
    public async Task No_more_models_run_than_the_quota_says()
    {
        await StartAsync(B);
        (await StartAsync(C)).AssertError("LimitExceededException", "The number of concurrently running project versions exceeds the limit of 2.");
        _clock.Pass(600);
        await StopAsync(B);
        (await StartAsync(C)).AssertBody("""{"Status":"STARTING"}""");
    }

    [Theory]
    [InlineData(",\"MinInferenceUnits\":6", "LimitExceededException", "The number of inference units exceeds the limit of 5 per project version.")]
    [InlineData(",\"MinInferenceUnits\":1,\"MaxInferenceUnits\":6", "LimitExceededException", "The number of inference units exceeds the limit of 5 per project version.")]
    [InlineData(",\"MinInferenceUnits\":3,\"MaxInferenceUnits\":2", "InvalidParameterException", "Request has invalid parameters. MaxInferenceUnits is less than MinInferenceUnits.")]
    [InlineData("", "ValidationException", "1 validation error detected: Value null at 'minInferenceUnits' failed to satisfy constraint: Member must not be null")]
    [InlineData(",\"MinInferenceUnits\":0,\"MaxInferenceUnits\":0", "ValidationException", "2 validation errors detected: Value '0' at 'minInferenceUnits' failed to satisfy constraint: Member must have value greater than or equal to 1; Value '0' at 'maxInferenceUnits' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    public async Task A_model_starts_only_with_units_that_it_may_have(string units, string code, string message)
    {
        (await _local.CallAsync("StartProjectVersion", B, units)).AssertError(code, message);
        Assert.Equal("STOPPED", StatusOf(B));
    }

    [Theory]
    [InlineData("StartProjectVersion", ",\"MinInferenceUnits\":1")]
    [InlineData("StopProjectVersion", "")]
    public async Task A_model_that_is_not_there_can_not_be_started_or_stopped(string operation, string more)
    {
        var arn = TestEndpoint.ArnOf("lines", "x");
        (await _local.CallAsync(operation, arn, more)).AssertError("ResourceNotFoundException", $"The project version arn: {arn} does not exist");
        (await _local.CallAsync(operation, "{}")).AssertError("ValidationException");
        (await _local.CallAsync(operation, "arn:aws:rekognition:us-east-1:123456789012:project/lines/1767223800000", more)).AssertError("ValidationException");
    }

    [Fact]
    public async Task Running_hours_are_counted_from_running_until_it_is_told_to_stop_times_units()
    {
        await _local.CallAsync("StartProjectVersion", B, ",\"MinInferenceUnits\":3");
        _clock.Pass(600);
        _clock.Pass(3600);
        await StopAsync(B);
        _clock.Pass(3600);
        await StartAsync(B);
        _clock.Pass(600 + 1800);
        var model = Of(B);
        Assert.Equal(1.5, model.RunningHours, 9);
        Assert.Equal(3.5, model.InferenceHours, 9);
        Assert.Equal(0, Of(C).RunningHours);
        Assert.Equal((600 + 3600 + 3600 + 600 + 1800) / 3600.0, Of(A).InferenceHours, 9);
    }

    [Fact]
    public async Task A_model_is_described_as_it_is()
    {
        await _local.CallAsync("StartProjectVersion", B, ",\"MinInferenceUnits\":2,\"MaxInferenceUnits\":4");
        _clock.Pass(600);
        var model = Of(B);
        Assert.Equal(("lines", "b", B, "arn:aws:rekognition:us-east-1:123456789012:project/lines/1767223800000"), (model.ProjectName, model.VersionName, model.ProjectVersionArn, model.ProjectArn));
        Assert.Equal((2, 4, 2, 4), (model.MinInferenceUnits, model.MaxInferenceUnits, model.InferenceUnits, model.ImageCount));
        Assert.Equal((_local.Endpoint.Manifest, _local.Endpoint.ImageRoot), (model.Manifest, model.ImageRoot));
        Assert.Equal(0, Of(C).InferenceUnits);
        Assert.Equal("lines/b RUNNING", model.ToString());
    }

    [Theory]
    [InlineData("STARTING", 600, "RUNNING")]
    [InlineData("STOPPING", 60, "STOPPED")]
    public void A_model_that_begins_on_its_way_arrives(string status, double seconds, string expected)
    {
        using var local = new TestEndpoint(
            options => TestEndpoint.WithModels(options with { StartDuration = TimeSpan.FromSeconds(600), StopDuration = TimeSpan.FromSeconds(60) }, new LocalModel { Status = status }), _clock);
        _clock.Pass(seconds);
        Assert.Equal(expected, Assert.Single(local.Endpoint.Models).Status);
    }

    private Task<EndpointAnswer> StartAsync(string arn) => _local.CallAsync("StartProjectVersion", arn, ",\"MinInferenceUnits\":1");

    private Task<EndpointAnswer> StopAsync(string arn) => _local.CallAsync("StopProjectVersion", arn, "");

    private Task<EndpointAnswer> DetectAsync(string arn) => _local.DetectAsync("""{"S3Object":{"Bucket":"line4","Name":"panels/panel 1.png"}}""", arn: arn);

    private LocalModelState Of(string arn) => _local.Endpoint.Models.Single(model => model.ProjectVersionArn == arn);

    private string StatusOf(string arn) => Of(arn).Status;
}
