namespace CustomLabels.Local.Http;

/// <summary>An answer, without what the connection adds itself.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">The fields, <c>Content-Type</c> among them.</param>
/// <param name="Body">The body.</param>
internal sealed record HttpResponse(int StatusCode, HttpHeaders Headers, byte[] Body)
{
    /// <summary>The error that it tells of; null for none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How it goes to the client.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>False when the handler has taken the request out of the counters.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether the request was done, not refused.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;
}
