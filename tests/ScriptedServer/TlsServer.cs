using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Testing;

/// <summary>A server that shows one certificate, and gives every request that comes through TLS the same answer.</summary>
public sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly byte[] _answer;
    private int _connections;
    private int _requests;

    public TlsServer(X509Certificate2 certificate, string answer = "{}")
    {
        _certificate = certificate;
        _answer = Encoding.UTF8.GetBytes(Step.Head(200, $"Content-Length: {Encoding.UTF8.GetByteCount(answer)}", "Connection: close") + answer);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Handshakes begun.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Requests that came through.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(_certificate);
            if (await ReceivedRequest.ReadHeadAsync(tls) is not { } request)
                return;

            await request.ReadBodyAsync(tls);
            Interlocked.Increment(ref _requests);
            await tls.WriteAsync(_answer, 0, _answer.Length);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client refuses.
        }
        finally
        {
            client.Dispose();
        }
    }
}
