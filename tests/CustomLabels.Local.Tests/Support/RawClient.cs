using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CustomLabels.Local.Tests.Support;

/// <summary>A client that sends exactly what it is told.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 20_000 };

    public RawClient(int port) => _socket.Connect(IPAddress.Loopback, port);

    public void Send(string text) => Send(Encoding.GetEncoding("iso-8859-1").GetBytes(text));

    public void Send(byte[] bytes) => _socket.Send(bytes);

    /// <summary>Reads one answer: its head as text, its body by Content-Length.</summary>
    public RawAnswer ReadAnswer(bool withBody = true)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)) head.Append((char)ReadByte());
        var text = head.ToString();
        var length = text.Split('\n').Where(line => line.StartsWith("Content-Length:", StringComparison.Ordinal)).Select(line => Number(line.Substring(15))).FirstOrDefault();
        var body = new byte[withBody ? length : 0];
        for (var i = 0; i < body.Length; i++) body[i] = (byte)ReadByte();
        return new RawAnswer(Number(text.Substring(9, 3)), text, Encoding.UTF8.GetString(body));
    }

    /// <summary>Everything up to where the server ends the connection.</summary>
    public string ReadToEnd()
    {
        using var stream = new NetworkStream(_socket);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Whether the server has closed; waits until it says something.</summary>
    public bool IsClosedByServer()
    {
        try
        {
            return _socket.Receive(new byte[1]) == 0;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return true;
        }
    }

    /// <summary>Tells the server that no more will come; answers can still be read.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off as a crashed client does.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <summary>How the server ends the connection when it doesn't close it.</summary>
    public SocketError ReadError() => Xunit.Assert.Throws<SocketException>(() => _socket.Receive(new byte[1])).SocketErrorCode;

    public void Dispose() => _socket.Dispose();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private int ReadByte()
    {
        var one = new byte[1];
        return _socket.Receive(one) == 1 ? one[0] : throw new EndOfStreamException("The server closed the connection.");
    }
}
