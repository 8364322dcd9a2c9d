using System;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Operations;

/// <summary>An operation of the model: its requests are read and checked, and its responses written, by the generated codec.</summary>
/// <param name="api">The operation.</param>
/// <param name="answer">Answers a request that the model allows.</param>
internal sealed class Operation<TRequest, TResponse>(ApiOperation<TRequest, TResponse> api, Func<TRequest, TResponse> answer) : IOperation
    where TRequest : class, IRequest
    where TResponse : class, IStructure
{
    /// <inheritdoc/>
    public ServiceOperation Api => api.Operation;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body) => JsonMemberWriter.Body(answer(api.ReadRequest(body)));
}
