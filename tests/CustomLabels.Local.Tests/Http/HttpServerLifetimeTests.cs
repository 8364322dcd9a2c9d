using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using CustomLabels.Local.Http;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Http;

public sealed class HttpServerLifetimeTests : IDisposable
{
    private const string Get = "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private readonly TestHandler _handler = new();
    private readonly HttpServer _server;

    public HttpServerLifetimeTests() => _server = new HttpServer(0, _handler, TimeSpan.FromSeconds(60));

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nshort")]
    public void A_client_that_falls_silent_is_cut(string sent)
    {
        using var server = new HttpServer(0, _handler, TimeSpan.FromMilliseconds(200));
        using var client = new RawClient(server.Port);
        if (sent.Length > 0) client.Send(sent);
        Assert.True(client.IsClosedByServer());
        Eventually.IsTrue(() => server.ConnectionCount == 0, "The connection should be forgotten.");
        var aborted = sent.Length > 0 ? 1 : 0;
        Assert.Equal(new LocalEndpointCounters(aborted, 0, 0, aborted), server.Counters);
    }

    [Fact]
    public void A_client_that_does_not_read_its_answer_is_cut_and_counted_as_gone()
    {
        _handler.Padding = 64 * 1024 * 1024;
        using var server = new HttpServer(0, _handler, TimeSpan.FromMilliseconds(200));
        using var client = new RawClient(server.Port);
        client.Send(Get);
        Eventually.IsTrue(() => server.Counters.Aborted == 1, "The answer should be given up.");
        Assert.Equal(new LocalEndpointCounters(1, 0, 0, 1), server.Counters);
    }

    [Fact]
    public void A_head_that_drips_in_is_cut_all_the_same()
    {
        using var server = new HttpServer(0, _handler, TimeSpan.FromMilliseconds(300));
        using var client = new RawClient(server.Port);
        client.Send("GET / HTTP/1.1\r\nX: ");
        Eventually.IsTrue(() => IsCutWhileSending(client), "A byte now and then should not keep a connection open.");
    }

    [Fact]
    public void A_held_back_answer_is_no_silence_of_the_client()
    {
        var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler.Gate = gate.Task;
        using var server = new HttpServer(0, _handler, TimeSpan.FromMilliseconds(100));
        using var waiting = new RawClient(server.Port);
        waiting.Send(Get);
        Eventually.IsTrue(() => server.Counters.InFlight == 1, "The request should be in flight.");

        // A later client is cut first, so the timeout has passed for the earlier one too.
        using (var silent = new RawClient(server.Port)) Assert.True(silent.IsClosedByServer());
        gate.SetResult(true);
        Assert.Equal("GET /1 ", waiting.ReadAnswer().Body);
    }

    [Fact]
    public void Stopping_breaks_off_what_runs_and_leaves_nothing_behind()
    {
        _handler.Gate = new TaskCompletionSource<bool>().Task;
        using var idle = Connect();
        using var half = Connect();
        using var waiting = Connect();
        half.Send("POST / HTTP/1.1\r\nContent-");
        waiting.Send(Get);
        Eventually.IsTrue(() => _server.Counters.InFlight == 2 && _server.ConnectionCount == 3, "The requests should be in flight.");

        _server.Dispose();

        Assert.Equal(0, _server.ConnectionCount);
        Assert.Equal(new LocalEndpointCounters(2, 0, 0, 2), _server.Counters);
        Assert.Equal(1, _handler.Cancelled);
        Assert.All(new[] { idle, half, waiting }, client => Assert.True(client.IsClosedByServer()));
        Assert.Throws<SocketException>(Connect);
        _server.Dispose();
    }

    [Fact]
    public void A_stopped_servers_port_can_be_used_again_at_once()
    {
        using (var client = Connect())
        {
            client.Send(Get);
            client.ReadAnswer();
            _server.Dispose();
        }

        using var next = new HttpServer(_server.Port, _handler, TimeSpan.FromSeconds(60));
        using var again = new RawClient(next.Port);
        again.Send(Get);
        Assert.Equal(200, again.ReadAnswer().StatusCode);
    }

    [Fact]
    public void A_port_in_use_is_an_error_that_names_it()
    {
        var error = Assert.Throws<IOException>(() => new HttpServer(_server.Port, _handler, TimeSpan.FromSeconds(60)));
        Assert.Contains($"Port {_server.Port.ToString(CultureInfo.InvariantCulture)} of 127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_loopback_addresses_are_listened_on_and_all_on_one_port()
    {
        var sockets = LoopbackSockets.Listen(0);
        try
        {
            Assert.All(sockets, socket => Assert.True(IPAddress.IsLoopback(((IPEndPoint)socket.LocalEndPoint!).Address)));
            Assert.Single(sockets.Select(LoopbackSockets.PortOf).Distinct());
            Assert.Equal(HasIPv6Loopback() ? 2 : 1, sockets.Count);
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
    }

    [Fact]
    public async Task The_name_localhost_works()
    {
        using var client = new HttpClient();
        Assert.Equal("GET /x ", await client.GetStringAsync(new Uri($"http://localhost:{_server.Port.ToString(CultureInfo.InvariantCulture)}/x")));
    }

    private static bool HasIPv6Loopback()
    {
        if (!Socket.OSSupportsIPv6) return false;
        try
        {
            using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsCutWhileSending(RawClient client)
    {
        try
        {
            client.Send("x");
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private RawClient Connect() => new(_server.Port);
}
