using System;
using CustomLabels.Api.Transport;

namespace CustomLabels.Testing;

/// <summary>Reads bodies of an operation, and writes again what it read.</summary>
internal interface IEcho
{
    /// <summary>A request, whatever its constraints say.</summary>
    /// <exception cref="ServiceException">It can't be read.</exception>
    /// <exception cref="FormatException">It can't be written.</exception>
    byte[] EchoRequest(byte[] body);

    /// <summary>Checks a request's constraints as the local endpoint does.</summary>
    /// <exception cref="ServiceException"><c>ValidationException</c> with what it violates, or another error of reading it.</exception>
    void CheckRequest(byte[] body);

    /// <summary>A response.</summary>
    /// <exception cref="FormatException">It is no response of the operation.</exception>
    byte[] EchoResponse(byte[] body);
}
