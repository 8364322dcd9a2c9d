using System;

namespace CustomLabels.Api.Transport;

/// <summary>A request that got no answer.</summary>
internal sealed class TransportException : Exception
{
    /// <summary>A request that got no answer.</summary>
    /// <param name="failure">How far it came.</param>
    /// <param name="message">What happened, for people.</param>
    /// <param name="innerException">The cause.</param>
    public TransportException(TransportFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>How far it came.</summary>
    public TransportFailure Failure { get; }

    /// <summary>What to do about it; null when that depends.</summary>
    public string? Remedy { get; init; }
}
