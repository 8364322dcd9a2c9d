using System;

namespace CustomLabels.Local.Http;

/// <summary>A whole request.</summary>
/// <param name="Head">The request line and header fields.</param>
/// <param name="Body">The body, decoded; lies in the connection's buffer and is gone when the request is answered.</param>
internal sealed record HttpRequest(HttpRequestHead Head, ArraySegment<byte> Body);
