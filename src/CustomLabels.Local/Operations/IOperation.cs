using System;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Operations;

/// <summary>One operation of the API.</summary>
internal interface IOperation
{
    /// <summary>Which: its name, as <c>X-Amz-Target</c> gives it, and its service.</summary>
    ServiceOperation Api { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="body">The request's JSON.</param>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="ServiceException">The service's error.</exception>
    byte[] Answer(ReadOnlySpan<byte> body);
}
