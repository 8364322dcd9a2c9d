using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;

namespace CustomLabels.Local.Http;

/// <summary>Listening sockets on the loopback addresses, and on no other.</summary>
internal static class LoopbackSockets
{
    private const int Backlog = 512;
    private const int FreePortTries = 16;

    /// <summary>Listens on 127.0.0.1 and, where there is one, on the same port of ::1, which is what <c>localhost</c> often means.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <exception cref="IOException">The port can't be listened on.</exception>
    public static IReadOnlyList<Socket> Listen(int port)
    {
        for (var tries = 1; ; tries++)
        {
            var ipv4 = ListenIPv4(port);
            if (!Socket.OSSupportsIPv6) return new[] { ipv4 };
            try
            {
                return new[] { ipv4, Listen(IPAddress.IPv6Loopback, PortOf(ipv4)) };
            }
            catch (SocketException e)
            {
                // A free port is one that is free on both; a port that was asked for is served where it can be.
                if (port != 0 || tries == FreePortTries || e.SocketErrorCode != SocketError.AddressAlreadyInUse) return new[] { ipv4 };
                ipv4.Dispose();
            }
        }
    }

    /// <summary>The port that a socket listens on.</summary>
    public static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    private static Socket ListenIPv4(int port)
    {
        try
        {
            return Listen(IPAddress.Loopback, port);
        }
        catch (SocketException e)
        {
            throw new IOException(
                string.Format(CultureInfo.InvariantCulture, "Port {0} of 127.0.0.1 can't be listened on: {1}. Choose another, or 0 for a free one.", port, e.Message), e);
        }
    }

    private static Socket Listen(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // On Windows another program could otherwise listen on the same port and take the requests.
            if (Environment.OSVersion.Platform == PlatformID.Win32NT) socket.ExclusiveAddressUse = true;
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
