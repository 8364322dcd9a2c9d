using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests;

public class LocalEndpointTests
{
    private const string Line = """{"source-ref":"s3://line4/a.png"}""";

    [Fact]
    public void An_endpoint_says_where_and_what_it_is()
    {
        using var local = new TestEndpoint();
        var endpoint = local.Endpoint;
        Assert.Equal(FormattableString.Invariant($"http://127.0.0.1:{endpoint.Port}"), endpoint.EndpointUrl);
        Assert.Equal("us-east-1", endpoint.Region);
        Assert.Equal("arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1767225600000", endpoint.ProjectVersionArn);
        Assert.Equal(Path.Combine(local.Folder.Path, "data", "manifest.jsonl"), endpoint.Manifest);
        Assert.Equal(Path.Combine(local.Folder.Path, "data"), endpoint.ImageRoot);
        Assert.Equal(4, endpoint.ImageCount);
        Assert.True(endpoint.IsRunning);
        endpoint.Dispose();
        Assert.False(endpoint.IsRunning);
    }

    [Fact]
    public async Task Every_request_is_counted_by_how_it_ended()
    {
        using var local = new TestEndpoint();
        Assert.Equal(new LocalEndpointCounters(0, 0, 0, 0), local.Endpoint.Counters);
        await local.DetectAsync(TestEndpoint.Panel);
        await local.DetectAsync(TestEndpoint.Board);
        await local.DetectObjectAsync("missing.png");
        var expected = new LocalEndpointCounters(3, 2, 1, 0)
        {
            Errors = new Dictionary<string, long> { ["InvalidS3ObjectException"] = 1 },
            Operations = new Dictionary<string, long> { ["DetectCustomLabels"] = 3 },
        };
        Assert.Equal(expected, local.Endpoint.Counters);
        Assert.Equal(0, local.Endpoint.Counters.InFlight);
    }

    [Fact]
    public async Task Answers_are_held_back_for_the_latency_all_at_the_same_time()
    {
        using var local = new TestEndpoint(options => options with { Latency = TimeSpan.FromMilliseconds(300) });
        var elapsed = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => local.DetectAsync(TestEndpoint.Panel)));
        Assert.InRange(elapsed.ElapsedMilliseconds, 290, 50 * 300);
        Assert.All(answers, answer => Assert.Equal("scratch 92.31; dent 50", answer.Labels));
    }

    [Fact]
    public void Nothing_is_in_flight_when_clients_give_up_on_slow_answers()
    {
        using var local = new TestEndpoint(options => options with { Latency = TimeSpan.FromHours(1) });
        var clients = Enumerable.Range(0, 20).Select(_ => new RawClient(local.Endpoint.Port)).ToList();
        foreach (var client in clients) client.Send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
        Eventually.IsTrue(() => local.Endpoint.Counters.InFlight == 20, "All requests should be in flight.");
        foreach (var client in clients) client.Dispose();
        Eventually.IsTrue(() => local.Endpoint.Counters.InFlight == 0, "None should be in flight without its client.");
        Assert.Equal(new LocalEndpointCounters(20, 0, 0, 20), local.Endpoint.Counters);
    }

    [Fact]
    public async Task A_stopped_endpoint_breaks_off_what_runs()
    {
        using var local = new TestEndpoint(options => options with { Latency = TimeSpan.FromHours(1) });
        var request = local.DetectAsync(TestEndpoint.Panel);
        Eventually.IsTrue(() => local.Endpoint.Counters.InFlight == 1, "The request should be in flight.");
        local.Endpoint.Dispose();
        Assert.Equal(new LocalEndpointCounters(1, 0, 0, 1), local.Endpoint.Counters);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => request);
    }

    [Fact]
    public void The_region_is_the_ARNs_and_makes_the_ARN_when_there_is_none()
    {
        const string Arn = "arn:aws-us-gov:rekognition:us-gov-west-1:111122223333:project/p/version/v.1/1590000000000";
        using (var local = new TestEndpoint(options => options with { ProjectVersionArn = Arn }))
        {
            Assert.Equal("us-gov-west-1", local.Endpoint.Region);
            Assert.Equal(Arn, local.Endpoint.ProjectVersionArn);
        }

        using (var local = new TestEndpoint(options => options with { Region = "eu-west-1" }))
        {
            Assert.Equal("eu-west-1", local.Endpoint.Region);
            Assert.Equal("arn:aws:rekognition:eu-west-1:123456789012:project/local/version/local/1767225600000", local.Endpoint.ProjectVersionArn);
        }
    }

    public static TheoryData<LocalEndpointOptions, string> BadOptions => new()
    {
        { new LocalEndpointOptions { Manifest = "" }, "Manifest" },
        { new LocalEndpointOptions { Manifest = "m", Port = 65536 }, "Port" },
        { new LocalEndpointOptions { Manifest = "m", Port = -1 }, "Port" },
        { new LocalEndpointOptions { Manifest = "m", Latency = TimeSpan.FromSeconds(-1) }, "Latency" },
        { new LocalEndpointOptions { Manifest = "m", Latency = TimeSpan.MaxValue }, "Latency" },
        { new LocalEndpointOptions { Manifest = "m", AssumedThreshold = 100.1 }, "AssumedThreshold" },
        { new LocalEndpointOptions { Manifest = "m", AssumedThreshold = double.NaN }, "AssumedThreshold" },
        { new LocalEndpointOptions { Manifest = "m", MaxImageByteCount = 0 }, "MaxImageByteCount" },
        { new LocalEndpointOptions { Manifest = "m", MaxImageByteCount = 5_242_881 }, "MaxImageByteCount" },
        { new LocalEndpointOptions(), "Manifest" },
        { new LocalEndpointOptions { Manifest = "m", Models = [new LocalModel { Manifest = "n" }] }, "Manifest" },
        { new LocalEndpointOptions { ImageRoot = "r", Models = [new LocalModel { Manifest = "n" }] }, "Models" },
        { new LocalEndpointOptions { ProjectVersionArn = TestEndpoint.Arn, Models = [new LocalModel { Manifest = "n" }] }, "Models" },
        { new LocalEndpointOptions { Manifest = "m", LatencyP99 = TimeSpan.FromSeconds(1) }, "LatencyP99" },
        { new LocalEndpointOptions { Manifest = "m", Latency = TimeSpan.FromSeconds(2), LatencyP99 = TimeSpan.FromSeconds(1) }, "LatencyP99" },
        { new LocalEndpointOptions { Manifest = "m", Latency = TimeSpan.FromSeconds(2), LatencyP99 = TimeSpan.FromHours(2) }, "LatencyP99" },
        { new LocalEndpointOptions { Manifest = "m", StartDuration = TimeSpan.FromHours(2) }, "StartDuration" },
        { new LocalEndpointOptions { Manifest = "m", StopDuration = TimeSpan.FromSeconds(-1) }, "StopDuration" },
        { new LocalEndpointOptions { Manifest = "m", RunningModelQuota = 0 }, "RunningModelQuota" },
        { new LocalEndpointOptions { Manifest = "m", InferenceUnitQuota = 0 }, "InferenceUnitQuota" },
        { new LocalEndpointOptions { Manifest = "m", TpsPerInferenceUnit = 0 }, "TpsPerInferenceUnit" },
        { new LocalEndpointOptions { Manifest = "m", AccountTps = double.NaN }, "AccountTps" },
        { new LocalEndpointOptions { Manifest = "m", ControlPlaneTps = -5 }, "ControlPlaneTps" },
        { new LocalEndpointOptions { Manifest = "m", Burst = TimeSpan.FromHours(2) }, "Burst" },
        { new LocalEndpointOptions { Manifest = "m", ScalingDelay = TimeSpan.Zero }, "ScalingDelay" },
        { new LocalEndpointOptions { Manifest = "m", TimeScale = 0.5 }, "TimeScale" },
        { new LocalEndpointOptions { Manifest = "m", TimeScale = 100_001 }, "TimeScale" },
        { new LocalEndpointOptions { Models = [new LocalModel { Manifest = "m", StatusAfterStart = "STOPPED" }] }, "Models" },
        { new LocalEndpointOptions { Manifest = "m", ProjectVersionArn = "arn" }, "ProjectVersionArn" },
        { new LocalEndpointOptions { Manifest = "m", Region = "EU West" }, "Region" },
        { new LocalEndpointOptions { Manifest = "m", Region = "eu-west-1", ProjectVersionArn = TestEndpoint.Arn }, "Region" },
    };

    [Theory]
    [MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void An_option_out_of_its_range_is_named(LocalEndpointOptions options, string name)
    {
        Assert.Equal(name, Assert.Throws<LocalOptionException>(() => LocalEndpoint.Start(options)).ParamName);
    }

    [Fact]
    public void A_manifest_that_is_not_there_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "none.jsonl");
        Assert.Contains(file, Assert.Throws<FileNotFoundException>(() => LocalEndpoint.Start(new LocalEndpointOptions { Manifest = file })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_root_without_any_of_the_images_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var manifest = folder.Write("m.jsonl", Encoding.UTF8.GetBytes(Line));
        var root = Path.Combine(folder.Path, "elsewhere");
        var error = Assert.Throws<ManifestException>(() => LocalEndpoint.Start(new LocalEndpointOptions { Manifest = manifest, ImageRoot = root }));
        Assert.Contains($"'{root}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_are_looked_for_below_the_image_root()
    {
        using var folder = new TemporaryFolder();
        var manifest = folder.Write("m.jsonl", Encoding.UTF8.GetBytes(Line));
        var image = folder.Write("elsewhere/a.png", TestImages.Png(64, 64));
        using var local = new TestEndpoint(options => options with { Manifest = manifest, ImageRoot = Path.GetDirectoryName(image) });
        Assert.Equal("", (await local.DetectObjectAsync("a.png")).Labels);
    }
}
