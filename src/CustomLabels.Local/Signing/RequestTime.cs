using System;
using System.Globalization;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Signing;

/// <summary>When a request says it was signed.</summary>
internal static class RequestTime
{
    private const string BasicFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Whether the request says it at all.</summary>
    public static bool IsIn(HttpHeaders headers) => Field(headers) is not null;

    /// <summary>Reads <c>X-Amz-Date</c>, or without one <c>Date</c>, which may also be in HTTP's own format.</summary>
    /// <exception cref="ServiceException"><c>IncompleteSignatureException</c>: the text is not a date.</exception>
    public static DateTime Read(HttpHeaders headers)
    {
        var text = Field(headers)!;
        var isTime = TryRead(text, BasicFormat, out var time) || (headers["X-Amz-Date"] is null && TryRead(text, "r", out time));
        return isTime ? time : throw SignatureErrors.DateMalformed(text);
    }

    /// <summary>Writes a time in ISO 8601's basic format.</summary>
    public static string Write(DateTime utc) => utc.ToString(BasicFormat, CultureInfo.InvariantCulture);

    private static string? Field(HttpHeaders headers) => headers["X-Amz-Date"] ?? headers["Date"];

    private static bool TryRead(string text, string format, out DateTime utc) => DateTime.TryParseExact(
        text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out utc);
}
