namespace CustomLabels.Api.Transport;

/// <summary>How far a request without an answer came.</summary>
internal enum TransportFailure
{
    /// <summary>No connection: the name doesn't resolve, the port is closed, TLS failed.</summary>
    NotConnected,

    /// <summary>Refused on the way, as it would be again: the endpoint's certificate is not trusted, or the proxy wants to know who asks.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The connection broke, or what came was not HTTP.</summary>
    Broken,
}
