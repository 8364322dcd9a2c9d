using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CustomLabels.Fuzz.Http;

/// <summary>One connection of a client that sends anything and believes nothing.</summary>
internal sealed class HttpClientSide : IDisposable
{
    // Far longer than any answer takes: whoever runs into it has found a hang.
    private const int Patience = 20_000;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = Patience, SendTimeout = Patience };

    public HttpClientSide(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>Sends a piece; false when the server has closed already.</summary>
    public bool TrySend(byte[] bytes, int start, int count)
    {
        try
        {
            _socket.Send(bytes, start, count, SocketFlags.None);
            return true;
        }
        catch (SocketException e) when (IsClosed(e))
        {
            return false;
        }
    }

    /// <summary>Breaks the connection off, as a crash does.</summary>
    public void Reset() => _socket.LingerState = new LingerOption(enable: true, seconds: 0);

    /// <summary>Says that no more will come, and reads until the server closes.</summary>
    /// <returns>The status of each answer, with the error's type.</returns>
    /// <exception cref="InvalidDataException">What came is not a row of answers.</exception>
    /// <exception cref="SocketException">The server neither answers nor closes.</exception>
    public IReadOnlyList<string> ReadAnswers()
    {
        using var received = new MemoryStream();
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[8192];
            for (int count; (count = _socket.Receive(buffer)) > 0;) received.Write(buffer, 0, count);
        }
        catch (SocketException e) when (IsClosed(e))
        {
            // It closed on bytes that it didn't want to read; what it said before may be lost.
            return [];
        }

        var text = Encoding.GetEncoding("iso-8859-1").GetString(received.ToArray());
        var statuses = new List<string>();
        for (var at = 0; at < text.Length;) statuses.Add(ReadAnswer(text, ref at));
        return statuses;
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsClosed(SocketException e) => e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown or SocketError.NotConnected;

    private static string ReadAnswer(string text, ref int at)
    {
        var end = text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
        var isAnswer = string.CompareOrdinal(text, at, "HTTP/1.1 ", 0, 9) == 0 && end >= 0;
        if (!isAnswer) throw new InvalidDataException($"'{text.Substring(at)}' is no answer.");
        var lines = text.Substring(at, end - at).Split('\n');
        var status = int.Parse(lines[0].Substring(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var length = lines.Where(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)).Select(line => int.Parse(line.Substring(16), CultureInfo.InvariantCulture)).SingleOrDefault();
        if (end + 4 + length > text.Length) throw new InvalidDataException($"'{text.Substring(at)}' is cut off.");
        at = end + 4 + length;
        return AnswerCheck.Check(status, text.Substring(end + 4, length));
    }
}
