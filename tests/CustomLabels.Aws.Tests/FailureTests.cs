using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class FailureTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_closed_port_is_not_connected()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var transport = Sending.To(new Uri($"http://127.0.0.1:{port}"));

        var error = await FailAsync(transport, TransportFailure.NotConnected);

        Assert.StartsWith($"Can't connect to 127.0.0.1:{port}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task No_answer_is_timed_out()
    {
        using var server = new ScriptedServer(Step.Stall());
        using var transport = Sending.To(server, timeouts: Sending.Impatient);

        var error = await FailAsync(transport, TransportFailure.TimedOut);

        Assert.Equal($"No data came from or went to {server.Url.Authority} for 0.3 s.", error.Message);
        await server.ConnectionClosedAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_that_stops_is_timed_out()
    {
        using var server = new ScriptedServer(Step.Stall(Step.Head(200, "Content-Length: 100") + "{"));
        using var transport = Sending.To(server, timeouts: Sending.Impatient);

        await FailAsync(transport, TransportFailure.TimedOut);

        await server.ConnectionClosedAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_nobody_takes_is_timed_out()
    {
        var gone = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new ScriptedServer(Step.StallUpload(gone.Task));
        using var transport = Sending.To(server, timeouts: Sending.Impatient);
        using var body = new TestBody(32 * 1024 * 1024);

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync(body));

        Assert.Equal(TransportFailure.TimedOut, error.Failure);
        gone.SetResult(true);
        await server.ConnectionClosedAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_slow_answer_that_moves_is_waited_for()
    {
        using var server = new ScriptedServer(Step.Trickle(30, TimeSpan.FromMilliseconds(100)));
        using var transport = Sending.To(server, timeouts: Sending.Patient with { Read = TimeSpan.FromSeconds(2) });

        Assert.Equal(30, (await transport.SendAsync()).Body.Length);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_slow_body_is_not_the_servers_fault()
    {
        using var server = new ScriptedServer(Step.Answer(200));
        using var transport = Sending.To(server, timeouts: Sending.Patient with { Read = TimeSpan.FromSeconds(2) });
        TestBody? body = null;
        body = new TestBody(10) { BeforeRead = pass => pass == 2 && body!.Position > 0 ? Task.Delay(TimeSpan.FromSeconds(3)) : Task.CompletedTask };

        Assert.Equal(200, (await transport.SendAsync(body)).StatusCode);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 10\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{}")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    public async Task Half_an_answer_or_none_or_one_that_is_not_HTTP_is_broken(string answer)
    {
        using var server = new ScriptedServer(Step.Raw(answer));
        using var transport = Sending.To(server);

        var error = await FailAsync(transport, TransportFailure.Broken);

        Assert.StartsWith($"The connection to {server.Url.Authority} broke: ", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_reset_instead_of_an_answer_is_broken()
    {
        using var server = new ScriptedServer(Step.Reset());
        using var transport = Sending.To(server);

        await FailAsync(transport, TransportFailure.Broken);

        Assert.Single(server.Requests);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_reset_in_the_middle_of_the_body_is_broken()
    {
        using var server = new ScriptedServer(Step.Reset(readsBody: false));
        using var transport = Sending.To(server);
        using var body = new TestBody(32 * 1024 * 1024);

        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync(body));

        Assert.Equal(TransportFailure.Broken, error.Failure);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_kept_connection_that_breaks_is_not_tried_again()
    {
        using var server = new ScriptedServer(Step.Answer(200), Step.Reset(), Step.Answer(200));
        using var transport = Sending.To(server);
        await transport.SendAsync();

        await FailAsync(transport, TransportFailure.Broken);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(200, (await transport.SendAsync()).StatusCode);
    }

    private static async Task<TransportException> FailAsync(IServiceTransport transport, TransportFailure failure)
    {
        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());
        Assert.Equal(failure, error.Failure);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
        return error;
    }
}
