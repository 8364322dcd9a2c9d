using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace CustomLabels.Bench.FixedAnswer;

/// <summary>
/// Answers every request with the same labels and looks at nothing but its length: as little work as a server can do, so that it is not what is measured.
/// A thread a connection that blocks: on loopback that costs less than to be called back.
/// </summary>
internal sealed class Listener : IDisposable
{
    private const string Labels =
        """
        {"CustomLabels":[{"Name":"scratch","Confidence":98.12,"Geometry":{"BoundingBox":{"Width":0.33,"Height":0.1875,"Left":0.29,"Top":0.33}}},
        {"Name":"dent","Confidence":71.04,"Geometry":{"BoundingBox":{"Width":0.12,"Height":0.15,"Left":0.61,"Top":0.08}}},
        {"Name":"logo","Confidence":55.5,"Geometry":{"BoundingBox":{"Width":0.2,"Height":0.09,"Left":0.05,"Top":0.85}}}]}
        """;

    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(
        FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nx-amzn-RequestId: 00000000-0000-0000-0000-000000000000\r\nContent-Length: {Labels.Length}\r\n\r\n{Labels}"));

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly TimeSpan _latency;
    private readonly Lock _gate = new();
    private long _requests;
    private int _inFlight;
    private int _mostInFlight;

    /// <summary>Starts listening on a free port of 127.0.0.1.</summary>
    /// <param name="latency">How long each answer is held back once its request is there.</param>
    public Listener(TimeSpan latency)
    {
        _latency = latency;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(128);
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string EndpointUrl => FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");

    public void Dispose() => _listener.Dispose();

    /// <summary>The counters since they were last taken.</summary>
    public Counters TakeCounters()
    {
        lock (_gate)
        {
            var counters = new Counters(_requests, _mostInFlight);
            (_requests, _mostInFlight) = (0, _inFlight);
            return counters;
        }
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.Accept();
                new Thread(() => Serve(socket)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private void Serve(Socket socket)
    {
        using var client = socket;
        client.NoDelay = true;
        var buffer = new byte[256 * 1024];
        try
        {
            while (TryReceiveHead(client, buffer, out var head, out var count))
            {
                Begin();
                try
                {
                    Exchange(client, buffer, head, count);
                }
                finally
                {
                    End();
                }
            }
        }
        catch (SocketException)
        {
            // The client went away.
        }
    }

    /// <summary>Receives until the head is whole; false when the client is done. What came behind the head is its body's: nobody sends the next request before the answer.</summary>
    private static bool TryReceiveHead(Socket client, byte[] buffer, out int head, out int count)
    {
        for (count = 0; (head = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0;)
        {
            var received = client.Receive(buffer.AsSpan(count));
            if (received == 0) return false;
            count += received;
        }

        head += 4;
        return true;
    }

    private void Exchange(Socket client, byte[] buffer, int head, int count)
    {
        var fields = buffer.AsSpan(0, head);
        Ascii.ToLowerInPlace(fields, out _);
        var missing = ContentLength(fields) - (count - head);
        if (fields.IndexOf("expect: 100-continue"u8) >= 0) client.Send(Continue);
        while (missing > 0)
        {
            var received = client.Receive(buffer);
            if (received == 0) throw new SocketException((int)SocketError.ConnectionReset);
            missing -= received;
        }

        if (_latency > TimeSpan.Zero) Thread.Sleep(_latency);
        client.Send(Answer);
    }

    private static int ContentLength(ReadOnlySpan<byte> fields)
    {
        const string Name = "\r\ncontent-length:";
        var at = fields.IndexOf("\r\ncontent-length:"u8);
        if (at < 0) return 0;
        var value = fields.Slice(at + Name.Length).TrimStart((byte)' ');
        return System.Buffers.Text.Utf8Parser.TryParse(value, out int length, out _) ? length : 0;
    }

    private void Begin()
    {
        lock (_gate)
        {
            _requests++;
            _mostInFlight = Math.Max(_mostInFlight, ++_inFlight);
        }
    }

    private void End()
    {
        lock (_gate) _inFlight--;
    }
}
