using System;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Operations;

/// <summary>One operation of the API.</summary>
internal interface IOperation
{
    /// <summary>Its name, as <c>X-Amz-Target</c> gives it after the service's.</summary>
    string Name { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="body">The request's JSON.</param>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="ServiceException">The service's error.</exception>
    byte[] Answer(ReadOnlySpan<byte> body);
}
