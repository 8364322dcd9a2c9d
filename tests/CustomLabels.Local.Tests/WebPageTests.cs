using System;
using System.Linq;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests;

/// <summary>What a web page of somebody else gets that makes a browser on this machine ask the endpoint: nothing.</summary>
public sealed class WebPageTests : IDisposable
{
    private const string Call = "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: RekognitionService.DescribeProjects\r\nAuthorization: AWS4-HMAC-SHA256 nonsense\r\n";

    // An hour: what waited for it would not be answered within this test.
    private readonly TestEndpoint _local = new(options => options with { Latency = TimeSpan.FromHours(1) });

    public void Dispose() => _local.Dispose();

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: evil.example\r\n" + Call + "Content-Length: 2\r\n\r\n{}")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n" + Call + "Content-Length: 2\r\n\r\n{}")]
    [InlineData("POST http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n" + Call + "Content-Length: 2\r\n\r\n{}")]
    [InlineData("POST / HTTP/1.0\r\n" + Call + "Content-Length: 2\r\n\r\n{}")]
    [InlineData("OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n\r\n")]
    [InlineData("GET /_counters HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET /_counters HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: null\r\n\r\n")]
    [InlineData("GET /_health HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: cross-site\r\n\r\n")]
    [InlineData("GET /_health HTTP/1.0\r\n\r\n")]
    public void A_request_from_it_is_refused_at_once_and_counted(string request)
    {
        using var client = Connect();
        client.Send(request);
        var answer = client.ReadAnswer();
        Assert.Equal(403, answer.StatusCode);
        Assert.StartsWith("""{"__type":"ForbiddenException","message":"The request """, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", answer.Head, StringComparison.OrdinalIgnoreCase);
        Assert.True(client.IsClosedByServer());
        var counters = _local.Endpoint.Counters;
        Assert.Equal((1, 0, 1, 0), (counters.Received, counters.Answered, counters.Failed, counters.InFlight));
        Assert.Equal("ForbiddenException", counters.Errors.Single().Key);
        Assert.Empty(counters.Operations);
    }

    [Fact]
    public void Several_hosts_are_refused_too()
    {
        using var client = Connect();
        client.Send("GET /_counters HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n");
        Assert.Equal(400, client.ReadAnswer().StatusCode);
        Assert.Equal(1, _local.Endpoint.Counters.Failed);
    }

    [Fact]
    public void Its_body_is_not_waited_for_and_not_asked_for()
    {
        using var client = Connect();
        client.Send("POST / HTTP/1.1\r\nHost: evil.example\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n");
        Assert.Equal(403, client.ReadAnswer().StatusCode);
    }

    [Fact]
    public void A_second_request_on_a_connection_is_looked_at_like_the_first()
    {
        using var client = Connect();
        client.Send("GET /_health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /_health HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        Assert.Equal(200, client.ReadAnswer().StatusCode);
        Assert.Equal(403, client.ReadAnswer().StatusCode);
    }

    [Fact]
    public void The_refusal_of_HEAD_has_no_body()
    {
        using var client = Connect();
        client.Send("HEAD / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        Assert.EndsWith("\r\n\r\n", client.ReadToEnd(), StringComparison.Ordinal);
    }

    private RawClient Connect() => new(_local.Endpoint.Port);
}
