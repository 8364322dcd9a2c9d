using System;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Local.Http;

/// <summary>Reads a request's head by RFC 9112, strictly: what two readers could take for different requests is refused.</summary>
internal static class HttpHeadReader
{
    private const string NameSymbols = "!#$%&'*+-.^_`|~";

    /// <summary>Reads a head.</summary>
    /// <param name="text">The request line and the header fields, each ended by CR LF, as Latin-1; control characters are refused already.</param>
    /// <exception cref="RefusedRequestException">The head is not HTTP/1.x, or contradicts itself.</exception>
    public static HttpRequestHead Read(string text)
    {
        var end = text.IndexOf("\r\n", StringComparison.Ordinal);
        var (method, target, isHttp11) = ReadRequestLine(text.Substring(0, end));
        var headers = new HttpHeaders();
        for (var start = end + 2; start < text.Length; start = end + 2)
        {
            end = text.IndexOf("\r\n", start, StringComparison.Ordinal);
            ReadField(text.Substring(start, end - start), headers);
        }

        var hosts = headers.All("Host").Count();
        if (hosts > 1 || (hosts == 0 && isHttp11)) throw Bad("An HTTP/1.1 request has exactly one Host header.");
        var isChunked = ReadTransferEncoding(headers, isHttp11);
        var contentLength = ReadContentLength(headers, isChunked);
        var keepAlive = isHttp11 ? !headers.HasToken("Connection", "close") : headers.HasToken("Connection", "keep-alive");
        return new HttpRequestHead(method, target, headers, contentLength, isChunked, keepAlive, ReadExpect(headers, isHttp11));
    }

    private static (string Method, string Target, bool IsHttp11) ReadRequestLine(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]) || parts[1].Length == 0 || parts[1].Contains('\t'))
            throw Bad("The request line is not of the form 'POST / HTTP/1.1'.");
        return parts[2] switch
        {
            "HTTP/1.1" => (parts[0], parts[1], true),
            "HTTP/1.0" => (parts[0], parts[1], false),
            _ when parts[2].StartsWith("HTTP/", StringComparison.Ordinal) => throw new RefusedRequestException(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."),
            _ => throw Bad("The request line does not end in 'HTTP/1.1'."),
        };
    }

    private static void ReadField(string line, HttpHeaders headers)
    {
        // A line that starts with a blank continues the one before in old HTTP: its name is no token, so it is refused here.
        var colon = line.IndexOf(':');
        if (colon < 0 || !IsToken(line.Substring(0, colon))) throw Bad("A header line is not of the form 'Name: value'.");
        headers.Add(line.Substring(0, colon), line.Substring(colon + 1).Trim(' ', '\t'));
    }

    private static bool ReadTransferEncoding(HttpHeaders headers, bool isHttp11)
    {
        var codings = headers.All("Transfer-Encoding").ToList();
        if (codings.Count == 0) return false;
        if (!isHttp11) throw Bad("HTTP/1.0 has no Transfer-Encoding.");
        if (codings.Count == 1 && string.Equals(codings[0], "chunked", StringComparison.OrdinalIgnoreCase)) return true;
        throw new RefusedRequestException(501, "The only Transfer-Encoding taken here is 'chunked'.");
    }

    private static int ReadContentLength(HttpHeaders headers, bool isChunked)
    {
        var lengths = headers.All("Content-Length").Distinct(StringComparer.Ordinal).ToList();
        if (lengths.Count == 0) return 0;
        if (isChunked) throw Bad("Content-Length and Transfer-Encoding can't both be given.");
        if (lengths.Count > 1 || lengths[0].Length == 0 || !lengths[0].All(c => c is >= '0' and <= '9')) throw Bad("Content-Length is not one number.");
        var fits = int.TryParse(lengths[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        return fits && length <= HttpLimits.BodyLength ? length : throw BodyTooLong();
    }

    private static bool ReadExpect(HttpHeaders headers, bool isHttp11)
    {
        var expected = headers["Expect"];
        if (expected is null || !isHttp11) return false;
        if (string.Equals(expected, "100-continue", StringComparison.OrdinalIgnoreCase)) return true;
        throw new RefusedRequestException(417, "The only expectation met here is '100-continue'.");
    }

    private static bool IsToken(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9') && !NameSymbols.Contains(c)) return false;
        }

        return text.Length > 0;
    }

    public static RefusedRequestException BodyTooLong() =>
        new(413, string.Format(CultureInfo.InvariantCulture, "The body is over {0} bytes.", HttpLimits.BodyLength));

    private static RefusedRequestException Bad(string message) => new(400, message);
}
