namespace CustomLabels.Local.Http;

/// <summary>An answer, without what the connection adds itself.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">The fields, <c>Content-Type</c> among them.</param>
/// <param name="Body">The body.</param>
internal sealed record HttpResponse(int StatusCode, HttpHeaders Headers, byte[] Body)
{
    /// <summary>Whether the request was done, not refused.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;
}
