using System;

namespace CustomLabels.Api.Transport;

/// <summary>What came back over HTTP, uninterpreted.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The whole body; empty when there was none.</param>
internal sealed record ServiceAnswer(int StatusCode, byte[] Body)
{
    /// <summary>Header <c>x-amzn-RequestId</c>; null when absent.</summary>
    public string? RequestId { get; init; }

    /// <summary>Header <c>X-Amzn-ErrorType</c>; null when absent.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Header <c>Retry-After</c>; null when absent or unreadable.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
