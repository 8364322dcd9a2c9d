using CustomLabels.Api.Protocol;

namespace CustomLabels.Testing;

/// <summary>The generated codec of an operation.</summary>
internal sealed class OperationEcho<TRequest, TResponse>(ApiOperation<TRequest, TResponse> api) : IEcho
    where TRequest : class, IRequest
    where TResponse : class, IStructure
{
    /// <inheritdoc/>
    public byte[] EchoRequest(byte[] body) => JsonMemberWriter.Body(api.ReadUnchecked(body));

    /// <inheritdoc/>
    public void CheckRequest(byte[] body) => api.ReadRequest(body);

    /// <inheritdoc/>
    public byte[] EchoResponse(byte[] body) => JsonMemberWriter.Body(api.ReadResponse(body));
}
