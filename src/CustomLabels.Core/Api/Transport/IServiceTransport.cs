using System;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Api.Transport;

/// <summary>Signs and sends one request over HTTP and hands back whatever came. Never retries and never interprets: that is the caller's.</summary>
/// <remarks>Safe for concurrent use. One transport holds the connections and credentials of one endpoint.</remarks>
internal interface IServiceTransport : IDisposable
{
    /// <summary>Where requests go, for people.</summary>
    Uri Endpoint { get; }

    /// <summary>Sends one request.</summary>
    /// <param name="call">What to send.</param>
    /// <param name="cancellationToken">Abandons the request and its connection.</param>
    /// <returns>The answer, whatever its HTTP status.</returns>
    /// <exception cref="TransportException">There is no answer: not connected, timed out, or broken off.</exception>
    /// <exception cref="CustomLabelsException">The credentials can't be had (<see cref="ErrorId.CredentialsMissing"/>, <see cref="ErrorId.CredentialsExpired"/>),
    /// or reading the call's body failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken);
}
