using System;

namespace CustomLabels.Local.Http;

/// <summary>A request that is not HTTP as this server speaks it. It is answered, and its connection closed: where the next request starts is unknown.</summary>
internal sealed class MalformedRequestException : Exception
{
    public MalformedRequestException(int statusCode, string message)
        : base(message) => StatusCode = statusCode;

    /// <summary>The HTTP status to answer with.</summary>
    public int StatusCode { get; }
}
