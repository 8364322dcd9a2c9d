namespace CustomLabels.Local.Http;

/// <summary>A request line and its header fields.</summary>
/// <param name="Method">As sent; methods are case-sensitive.</param>
/// <param name="Target">As sent: the path with its query.</param>
/// <param name="Headers">The fields.</param>
/// <param name="ContentLength">Bytes of the body; 0 without one, and when it is chunked.</param>
/// <param name="IsChunked">The body says itself where it ends.</param>
/// <param name="KeepAlive">The client wants the connection kept.</param>
/// <param name="ExpectsContinue">The client waits for a go-ahead before it sends the body.</param>
internal sealed record HttpRequestHead(
    string Method, string Target, HttpHeaders Headers, int ContentLength, bool IsChunked, bool KeepAlive, bool ExpectsContinue);
