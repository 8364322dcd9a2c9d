using System;

namespace CustomLabels.Local.Http;

/// <summary>What the server takes from one connection.</summary>
internal static class HttpLimits
{
    /// <summary>Bytes of a request line and its header fields.</summary>
    public const int HeadLength = 64 * 1024;

    /// <summary>Bytes of a body: six times the largest image the API takes, so that the API's own error is the one people see.</summary>
    public const int BodyLength = 32 * 1024 * 1024;

    /// <summary>How long a connection may be silent: between requests, in a head from its first byte to its end, and between two pieces of a body.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How long a closing connection still takes what the client sends: closing on unread bytes would reset it, and the client would lose the answer.</summary>
    public static readonly TimeSpan LingerTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How long stopping waits for connections to end.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);
}
