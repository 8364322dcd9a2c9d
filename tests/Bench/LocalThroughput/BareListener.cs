using System;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

namespace CustomLabels.Bench;

/// <summary>
/// What no endpoint can do without, on the same sockets, and nothing else: it reads the body, hashes it as SigV4 needs it, decodes the base64 and hashes the
/// image. It checks nothing, knows one form of request, and keeps its buffers.
/// </summary>
internal sealed class BareListener : IDisposable
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: 19\r\nConnection: keep-alive\r\n\r\n{\"CustomLabels\":[]}");

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly bool _works;

    /// <summary>Starts listening.</summary>
    /// <param name="works">False only reads and answers: what the load generator can do at most.</param>
    public BareListener(bool works)
    {
        _works = works;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(64);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Keeps the work from being optimized away.</summary>
    public int Checksum { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var client = socket;
        client.NoDelay = true;
        var buffer = new byte[64 * 1024];
        var image = Array.Empty<byte>();
        for (var count = 0; ;)
        {
            int head;
            while ((head = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
            {
                var received = await client.ReceiveAsync(buffer.AsMemory(count));
                if (received == 0) return;
                count += received;
            }

            var length = ContentLength(buffer.AsSpan(0, head));
            var end = head + 4 + length;
            if (buffer.Length < end) Array.Resize(ref buffer, end);
            while (count < end)
            {
                var received = await client.ReceiveAsync(buffer.AsMemory(count));
                if (received == 0) return;
                count += received;
            }

            if (_works) Work(buffer.AsSpan(head + 4, length), ref image);
            for (var sent = 0; sent < Answer.Length;) sent += await client.SendAsync(Answer.AsMemory(sent));
            count = 0;
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var text = head.Slice(head.IndexOf("Content-Length: "u8) + 16);
        var end = text.IndexOf((byte)'\r');
        return int.Parse(Encoding.ASCII.GetString(end < 0 ? text : text.Slice(0, end)), CultureInfo.InvariantCulture);
    }

    private void Work(ReadOnlySpan<byte> body, ref byte[] image)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        Checksum ^= hash[0];
        var base64 = body.Slice(body.IndexOf("\"Bytes\":\""u8) + 9);
        base64 = base64.Slice(0, base64.IndexOf((byte)'"'));
        if (image.Length < base64.Length) image = new byte[base64.Length];
        Base64.DecodeFromUtf8(base64, image, out _, out var length);
        SHA256.HashData(image.AsSpan(0, length), hash);
        Checksum ^= hash[0];
    }
}
