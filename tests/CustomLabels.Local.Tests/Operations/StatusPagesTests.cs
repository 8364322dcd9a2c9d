using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class StatusPagesTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly TestEndpoint _local;
    private readonly HttpClient _client = new();

    public StatusPagesTests() => _local = new TestEndpoint(options => options with { Troubles = [new LocalTrouble { Kind = "Stall", Duration = TimeSpan.FromSeconds(1), Call = [2] }] }, _clock);

    public void Dispose()
    {
        _client.Dispose();
        _local.Dispose();
    }

    [Fact]
    public async Task The_counters_are_a_page_that_does_not_count_itself()
    {
        await _local.DetectAsync(TestEndpoint.Panel);
        await _local.DetectAsync(TestEndpoint.Panel);
        await _local.DetectObjectAsync("none.png");
        // With the second of the stall, half an hour.
        _clock.Pass(1799);
        const string Expected = """{"Received":3,"Answered":2,"Failed":1,"Aborted":0,"InFlight":0,"Reset":0,"Truncated":0,"Stalled":1,"UnknownImages":0,"Errors":{"InvalidS3ObjectException":1},"Operations":{"DetectCustomLabels":3},"NotServed":{},"ModelTime":"2026-01-02T03:34:05Z","Models":[{"ProjectVersionArn":"$ARN","Status":"RUNNING","InferenceUnits":1,"RunningHours":0.5,"InferenceHours":0.5}]}""";
        for (var i = 0; i < 3; i++) Assert.Equal(Expected.Replace("$ARN", TestEndpoint.Arn), await GetAsync("/_counters"));
        Assert.Equal("3 received, 2 answered, 1 failed (InvalidS3ObjectException 1), 0 aborted, 0 in flight", _local.Endpoint.Counters.ToString());
    }

    [Fact]
    public async Task Health_is_a_page()
    {
        Assert.Equal("""{"Status":"OK"}""", await GetAsync("/_health"));
        Assert.Equal(new LocalEndpointCounters(0, 0, 0, 0), _local.Endpoint.Counters);
    }

    [Fact]
    public async Task A_page_that_is_asked_for_otherwise_is_the_services()
    {
        Assert.Contains("__type", (await _local.PostAsync("{", path: "/_counters")).Body, StringComparison.Ordinal);
        Assert.Equal(1, _local.Endpoint.Counters.Received);
    }

    private async Task<string> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(_local.Endpoint.EndpointUrl + path));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        var text = await answer.Content.ReadAsStringAsync();
        using (JsonDocument.Parse(text)) return text;
    }
}
