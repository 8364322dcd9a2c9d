using System;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Api;

/// <summary>Says when the requests of one call may start, and is told how each ended.</summary>
internal interface ICallGate
{
    /// <summary>Waits until the next request may start. Whoever entered leaves by one of the methods below.</summary>
    /// <param name="cancellationToken">Gives the turn up.</param>
    ValueTask EnterAsync(CancellationToken cancellationToken);

    /// <summary>The service did it, or refused what was asked.</summary>
    /// <param name="roundTrip">From the request to its answer.</param>
    void Succeeded(TimeSpan roundTrip);

    /// <summary>The service has no room now.</summary>
    /// <param name="retryAfter">How long it asks to wait; null when it doesn't say.</param>
    void Throttled(TimeSpan? retryAfter);

    /// <summary>It ended in a way that says nothing of the service's room: no answer, a fault of the service, or it was given up.</summary>
    void Failed();

    /// <summary>It was never sent: another may take its place at once.</summary>
    void Withdrawn();
}
