using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Local.Http;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Http;

public sealed class HttpServerTests : IDisposable
{
    private const string Get = "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private readonly TestHandler _handler = new();
    private readonly HttpServer _server;

    public HttpServerTests() => _server = new HttpServer(0, _handler, TimeSpan.FromSeconds(60));

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Requests_of_one_connection_are_answered_one_after_the_other()
    {
        using var client = Connect();
        client.Send(Get);
        var first = client.ReadAnswer();
        Assert.Equal(200, first.StatusCode);
        Assert.Equal("GET /1 ", first.Body);
        Assert.Contains("Connection: keep-alive\r\n", first.Head, StringComparison.Ordinal);
        client.Send("POST /2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
        Assert.Equal("POST /2 hi", client.ReadAnswer().Body);
        Assert.Equal(new LocalEndpointCounters(2, 2, 0, 0), _server.Counters);
    }

    [Fact]
    public void Requests_sent_without_waiting_are_answered_in_order()
    {
        using var client = Connect();
        client.Send(string.Concat(Enumerable.Range(0, 100).Select(i => $"GET /{i} HTTP/1.1\r\nHost: localhost\r\n\r\n")));
        for (var i = 0; i < 100; i++) Assert.Equal($"GET /{i} ", client.ReadAnswer().Body);
    }

    [Fact]
    public void Requests_sent_while_an_answer_is_held_back_are_answered_after_it()
    {
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler.Gate = gate.Task;
        using var client = Connect();
        client.Send(Get);
        Eventually.IsTrue(() => _server.Counters.InFlight == 1, "The request should be in flight.");
        client.Send("POST /2 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /3 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        gate.SetResult(true);
        Assert.Equal("GET /1 ", client.ReadAnswer().Body);
        Assert.Equal("POST /2 ", client.ReadAnswer().Body);
        Assert.Equal("GET /3 ", client.ReadAnswer().Body);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")]
    public void A_connection_that_the_client_wants_closed_is_closed_after_the_answer(string request)
    {
        using var client = Connect();
        client.Send(request);
        var answer = client.ReadAnswer();
        Assert.Equal(200, answer.StatusCode);
        Assert.Contains("Connection: close\r\n", answer.Head, StringComparison.Ordinal);
        Assert.True(client.IsClosedByServer());
    }

    [Fact]
    public void A_client_that_expects_a_go_ahead_gets_one_before_it_sends_the_body()
    {
        using var client = Connect();
        client.Send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal(100, client.ReadAnswer().StatusCode);
        client.Send("hi");
        Assert.Equal("POST / hi", client.ReadAnswer().Body);
    }

    [Fact]
    public void A_body_that_is_too_long_is_refused_without_a_go_ahead()
    {
        using var client = Connect();
        client.Send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 40000000\r\n\r\n");
        Assert.Equal(413, client.ReadAnswer().StatusCode);
        Assert.True(client.IsClosedByServer());
    }

    [Fact]
    public void A_client_that_sends_too_much_still_gets_to_read_why_it_is_refused()
    {
        using var client = Connect();
        client.Send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n\r\n");
        for (var i = 0; i < 10; i++) client.Send(new byte[1_000_000]);
        Assert.Equal(413, client.ReadAnswer().StatusCode);
        Assert.Equal(new LocalEndpointCounters(1, 0, 1, 0), _server.Counters);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("\x16\x03\x01\x02\0\x01\0")]
    public void What_is_no_request_is_answered_400_and_the_connection_closed(string bytes)
    {
        using var client = Connect();
        client.Send(bytes);
        var answer = client.ReadAnswer();
        Assert.Equal(400, answer.StatusCode);
        Assert.Contains("Connection: close\r\n", answer.Head, StringComparison.Ordinal);
        Assert.True(client.IsClosedByServer());
        Assert.Equal(new LocalEndpointCounters(1, 0, 1, 0), _server.Counters);
    }

    [Fact]
    public void An_answer_to_HEAD_has_no_body()
    {
        using var client = Connect();
        client.Send("HEAD /1 HTTP/1.1\r\nHost: localhost\r\n\r\n" + Get);
        Assert.Contains("Content-Length: 8\r\n", client.ReadAnswer(withBody: false).Head, StringComparison.Ordinal);
        Assert.Equal("GET /1 ", client.ReadAnswer().Body);
    }

    [Fact]
    public void Many_clients_are_served_at_once()
    {
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler.Gate = gate.Task;
        var clients = Enumerable.Range(0, 300).Select(_ => Connect()).ToList();
        foreach (var client in clients) client.Send(Get);
        Eventually.IsTrue(() => _server.Counters.InFlight == 300, "All requests should be in flight together.");
        gate.SetResult(true);
        Assert.All(clients, client => Assert.Equal("GET /1 ", client.ReadAnswer().Body));
        foreach (var client in clients) client.Dispose();
        Eventually.IsTrue(() => _server.ConnectionCount == 0, "Closed connections should be forgotten.");
        Assert.Equal(new LocalEndpointCounters(300, 300, 0, 0), _server.Counters);
    }

    [Fact]
    public void An_answer_is_given_up_when_the_client_goes_away()
    {
        _handler.Gate = new TaskCompletionSource<bool>().Task;
        using (var client = Connect())
        {
            client.Send(Get);
            Eventually.IsTrue(() => _server.Counters.InFlight == 1, "The request should be in flight.");
        }

        Eventually.IsTrue(() => _server.Counters.InFlight == 0, "Nothing should be in flight without a client.");
        Assert.Equal(new LocalEndpointCounters(1, 0, 0, 1), _server.Counters);
        Assert.Equal(1, _handler.Cancelled);
    }

    [Fact]
    public void A_request_that_breaks_off_is_aborted_and_an_idle_connection_that_closes_is_nothing()
    {
        using (var client = Connect()) client.Send("GET / HT");
        Eventually.IsTrue(() => _server.Counters.Aborted == 1, "The broken request should be counted.");
        using (var client = Connect()) client.Send("\r\n\r\n");
        Eventually.IsTrue(() => _server.ConnectionCount == 0, "The connections should be forgotten.");
        Assert.Equal(new LocalEndpointCounters(1, 0, 0, 1), _server.Counters);
    }

    private RawClient Connect() => new(_server.Port);
}
