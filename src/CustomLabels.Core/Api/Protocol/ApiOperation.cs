using System;
using CustomLabels.Api.Constraints;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>An operation with its codec, for both sides.</summary>
/// <param name="operation">The operation.</param>
/// <param name="readRequest">Takes a request's members.</param>
/// <param name="readResponse">Takes a response's members.</param>
/// <param name="hasNoMembers">Whether a response has no members: then it may have no body either (Smithy, AWS JSON 1.1).</param>
internal sealed class ApiOperation<TRequest, TResponse>(
    ServiceOperation operation, Func<JsonMembers, TRequest> readRequest, Func<JsonMembers, TResponse> readResponse, bool hasNoMembers = false)
    where TRequest : class, IRequest
    where TResponse : class, IStructure
{
    /// <summary>The operation.</summary>
    public ServiceOperation Operation { get; } = operation;

    /// <summary>Its name.</summary>
    public string Name => Operation.Name;

    /// <summary>Reads a request as a server does.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>, or <c>ValidationException</c> with all that the request violates.</exception>
    public TRequest ReadRequest(ReadOnlySpan<byte> body)
    {
        var request = ReadUnchecked(body);
        var check = new ConstraintCheck();
        request.Check(check);
        check.ThrowIfViolated();
        return request;
    }

    /// <summary>Reads a request, whatever the model's constraints say of it.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>.</exception>
    public TRequest ReadUnchecked(ReadOnlySpan<byte> body) => JsonMembers.Read(body, readRequest);

    /// <summary>Reads a response as a client does.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="FormatException">The body is no response of this operation.</exception>
    public TResponse ReadResponse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonMembers.Read(hasNoMembers && body.IsEmpty ? "{}"u8 : body.Span, readResponse);
        }
        catch (ServiceException exception)
        {
            var why = exception.Message.Length > 0 ? exception.Message : "it is not JSON of the service's";
            throw new FormatException($"The answer is not what {Name} answers: {why}", exception);
        }
    }
}
