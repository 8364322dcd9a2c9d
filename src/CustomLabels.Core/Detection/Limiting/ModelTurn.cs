using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;

namespace CustomLabels.Detection.Limiting;

/// <summary>The gate of a run as one image's call sees it.</summary>
/// <param name="gate">The run's gate.</param>
/// <param name="model">The model asked.</param>
/// <param name="place">The image's place among all of the run: who came first is served first.</param>
internal sealed class ModelTurn(RequestGate gate, ModelQueue model, long place) : ICallGate
{
    public ValueTask EnterAsync(CancellationToken cancellationToken) => gate.EnterAsync(model, place, cancellationToken);

    public void Succeeded(TimeSpan roundTrip) => gate.Succeeded(model, roundTrip);

    public void Throttled(TimeSpan? retryAfter) => gate.Throttled(model, retryAfter);

    public void Failed() => gate.Failed(model);

    public void Withdrawn() => gate.Withdrawn(model);
}
