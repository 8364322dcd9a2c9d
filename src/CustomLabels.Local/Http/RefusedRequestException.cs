using System;

namespace CustomLabels.Local.Http;

/// <summary>A request that is not HTTP as this server speaks it, or comes from where none may come from. It is answered, and its connection closed: its body isn't
/// received, and where the next request starts is unknown.</summary>
internal sealed class RefusedRequestException : Exception
{
    public RefusedRequestException(int statusCode, string message)
        : base(message) => StatusCode = statusCode;

    /// <summary>The HTTP status to answer with.</summary>
    public int StatusCode { get; }
}
