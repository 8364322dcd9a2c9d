using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace CustomLabels.Local.Http;

/// <summary>Writes an answer's head and body into one buffer: sent as two, they would meet Nagle's algorithm and the client's delayed acknowledgement.</summary>
internal static class HttpResponseWriter
{
    /// <summary>What tells a client to send the body.</summary>
    public static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    /// <summary>Writes an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="keepAlive">Whether the connection stays open.</param>
    /// <param name="withBody">False for an answer to HEAD: the length is told, the body not sent.</param>
    /// <returns>A buffer of the shared pool.</returns>
    public static ArraySegment<byte> Write(HttpResponse response, bool keepAlive, bool withBody)
    {
        var head = new StringBuilder(256)
            .Append("HTTP/1.1 ").Append(response.StatusCode.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Reason(response.StatusCode))
            .Append("\r\nDate: ").Append(DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture)).Append("\r\n");
        foreach (var field in response.Headers) head.Append(field.Key).Append(": ").Append(field.Value).Append("\r\n");
        head.Append("Content-Length: ").Append(response.Body.Length.ToString(CultureInfo.InvariantCulture))
            .Append("\r\nConnection: ").Append(keepAlive ? "keep-alive" : "close").Append("\r\n\r\n");

        var text = head.ToString();
        var bodyLength = withBody ? response.Body.Length : 0;
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length + bodyLength);
        var headLength = Encoding.ASCII.GetBytes(text, 0, text.Length, buffer, 0);
        Buffer.BlockCopy(response.Body, 0, buffer, headLength, bodyLength);
        return new ArraySegment<byte>(buffer, 0, headLength + bodyLength);
    }

    private static string Reason(int statusCode) => statusCode switch
    {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        413 => "Content Too Large",
        417 => "Expectation Failed",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        505 => "HTTP Version Not Supported",
        _ => statusCode < 500 ? "Client Error" : "Server Error",
    };
}
