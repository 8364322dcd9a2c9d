using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Tests;

/// <summary>A server that shows one certificate, and answers every request it is sent over TLS with 200.</summary>
internal sealed class TlsServer : IDisposable
{
    private static readonly byte[] Ok = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;

    public TlsServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Url => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Handshakes begun.</summary>
    public int Connections { get; private set; }

    /// <summary>Requests that came through.</summary>
    public int Requests { get; private set; }

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        Connections++;
        using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(_certificate);
            var buffer = new byte[64 * 1024];
            var received = "";
            while (!received.EndsWith(Sending.Body, StringComparison.Ordinal))
            {
                var count = await tls.ReadAsync(buffer, 0, buffer.Length);
                if (count == 0)
                    return;
                received += Encoding.ASCII.GetString(buffer, 0, count);
            }

            Requests++;
            await tls.WriteAsync(Ok, 0, Ok.Length);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client refuses.
        }
    }
}
