using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Bench;

/// <summary>Clients that each send the same ready-made request over and over on a connection of their own, as soon as the answer to the one before is there.</summary>
internal static class Load
{
    /// <summary>How many requests are answered in the time; those under way at its end count for the part of them that was within it.</summary>
    /// <param name="port">Of the listener on 127.0.0.1.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="clients">How many at once.</param>
    /// <param name="time">How long.</param>
    public static double Measure(int port, byte[] request, int clients, TimeSpan time)
    {
        using var start = new Barrier(clients);
        var counts = Enumerable.Range(0, clients).Select(_ => Task.Factory.StartNew(() => Send(port, request, start, time), TaskCreationOptions.LongRunning)).ToArray();
        return counts.Sum(count => count.Result);
    }

    private static double Send(int port, byte[] request, Barrier start, TimeSpan time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var answer = new byte[16 * 1024];
        Exchange(socket, request, answer);
        start.SignalAndWait();
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < time; count++) Exchange(socket, request, answer);
        return count * (time.TotalSeconds / clock.Elapsed.TotalSeconds);
    }

    private static void Exchange(Socket socket, byte[] request, byte[] answer)
    {
        socket.Send(request);
        for (var count = 0; !IsComplete(answer.AsSpan(0, count));)
        {
            var received = socket.Receive(answer, count, answer.Length - count, SocketFlags.None);
            if (received == 0) throw new InvalidOperationException("The listener closed the connection.");
            count += received;
        }
    }

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        if (!answer.StartsWith("HTTP/1.1 200 "u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(answer));
        var length = answer.Slice(answer.IndexOf("Content-Length: "u8) + 16);
        length = length.Slice(0, length.IndexOf((byte)'\r'));
        return answer.Length >= head + 4 + int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
