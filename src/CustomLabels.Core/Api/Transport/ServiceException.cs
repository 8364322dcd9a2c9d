using System;

namespace CustomLabels.Api.Transport;

/// <summary>An error in the service's own words: what a client reads off an answer, and what the local endpoint answers with.</summary>
internal sealed class ServiceException : Exception
{
    /// <summary>An error answer.</summary>
    /// <param name="code">The service's error code, such as <c>ImageTooLargeException</c>; empty when the answer named none.</param>
    /// <param name="message">The service's message, or what the answer held instead of one.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public ServiceException(string code, string message, int statusCode = 400)
        : base(message)
    {
        Code = code;
        StatusCode = statusCode;
    }

    /// <summary>The service's error code; empty when the answer named none.</summary>
    public string Code { get; }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The service's id of the request; null when the answer had none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the service asks to wait before the next attempt; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
