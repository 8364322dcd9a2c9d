using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class TlsTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TlsTests() => _listener.Start();

    private Uri Url => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose() => _listener.Stop();

    [Fact(Timeout = 30_000)]
    public async Task A_server_that_does_not_speak_TLS_is_not_connected()
    {
        var serving = AnswerInTheClearAsync();

        var error = await FailAsync(Sending.Patient, TransportFailure.NotConnected);

        Assert.StartsWith($"Can't connect to {Url.Authority}: TLS failed. ", error.Message, StringComparison.Ordinal);
        await serving;
    }

    [Fact(Timeout = 30_000)]
    public async Task A_handshake_that_stalls_is_timed_out()
    {
        var error = await FailAsync(Sending.Patient with { Connect = TimeSpan.FromSeconds(0.3) }, TransportFailure.TimedOut);

        Assert.Equal($"{Url.Authority} did not accept a connection within 0.3 s.", error.Message);
    }

    private async Task<TransportException> FailAsync(Timeouts timeouts, TransportFailure failure)
    {
        using var transport = Sending.To(Url, timeouts: timeouts);
        var error = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());
        Assert.Equal(failure, error.Failure);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
        return error;
    }

    private async Task AnswerInTheClearAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var hello = new byte[16 * 1024];
        _ = await client.GetStream().ReadAsync(hello, 0, hello.Length);
        var answer = Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n");
        await client.GetStream().WriteAsync(answer, 0, answer.Length);
    }
}
