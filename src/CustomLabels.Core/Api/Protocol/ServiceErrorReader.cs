using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>Reads error answers of the AWS JSON 1.1 protocol, and whatever else stands where one should.</summary>
/// <remarks>
/// The type is member <c>__type</c>, else header <c>X-Amzn-ErrorType</c>, else member <c>code</c>; what follows a colon and what precedes a
/// hash is not part of it (Smithy, AWS JSON 1.1). The message is <c>message</c> in any case (botocore, parsers.py).
/// </remarks>
internal static class ServiceErrorReader
{
    private const int LongestText = 300;

    /// <summary>Reads an answer whose status is not a success.</summary>
    /// <param name="answer">The answer.</param>
    public static ServiceException Read(ServiceAnswer answer)
    {
        var (type, code, message) = ReadMembers(answer.Body);
        return new ServiceException(
            VisibleText.Cut(Clean(type) ?? Clean(answer.ErrorType) ?? Clean(code) ?? ""),
            VisibleText.Cut(message ?? Substitute(answer)),
            answer.StatusCode)
        {
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter,
        };
    }

    private static (string? Type, string? Code, string? Message) ReadMembers(byte[] body)
    {
        string? type = null, code = null, message = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return default;

            // Only members of the body itself: a nested structure may have a __type of its own.
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.String) continue;
                if (member.NameEquals("__type")) type = member.Value.GetString();
                else if (member.Name.Equals("code", StringComparison.OrdinalIgnoreCase)) code = member.Value.GetString();
                else if (member.Name.Equals("message", StringComparison.OrdinalIgnoreCase)) message = member.Value.GetString();
            }
        }
        catch (JsonException)
        {
            return default;
        }

        return (type, code, message);
    }

    private static string? Clean(string? type)
    {
        if (type is null) return null;
        var colon = type.IndexOf(':');
        if (colon >= 0) type = type.Substring(0, colon);
        type = type.Substring(type.LastIndexOf('#') + 1).Trim();
        return type.Length == 0 ? null : type;
    }

    /// <summary>What to say when the answer holds no message: a proxy's page, a bare status.</summary>
    private static string Substitute(ServiceAnswer answer)
    {
        var status = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
        if (answer.Body.Length == 0) return $"HTTP {status} with an empty answer.";
        var text = Encoding.UTF8.GetString(answer.Body, 0, Math.Min(answer.Body.Length, LongestText));
        return $"HTTP {status} with an answer that is not the service's: {string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }
}
