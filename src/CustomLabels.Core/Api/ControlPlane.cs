using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api;

/// <summary>Calls the operations that look after an account's resources. The calls of each operation share its pace: an account has 5 a second of each. Safe for concurrent use.</summary>
/// <param name="transport">The way to the service.</param>
/// <param name="caller">Calls it.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class ControlPlane(IServiceTransport transport, ServiceCaller caller, ICallLog log)
{
    private readonly ConcurrentDictionary<string, ICallGate> _gates = new(StringComparer.Ordinal);

    /// <summary>Calls an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="subject">What it is about, for people.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, there was no answer, or there are no credentials.</exception>
    public Task<TResponse> CallAsync<TRequest, TResponse>(ApiOperation<TRequest, TResponse> operation, TRequest request, string subject, CancellationToken cancellationToken)
        where TRequest : class, IRequest
        where TResponse : class, IStructure
    {
        var gate = _gates.GetOrAdd(operation.Name, _ => caller.NewGate());
        var call = new Call(operation.Operation, subject, gate, log);
        var body = JsonMemberWriter.Body(request);
        return caller.CallAsync(transport, call, () => new MemoryStream(body, writable: false), operation.ReadResponse, cancellationToken);
    }
}
