using System;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace CustomLabels.Fuzz.Http;

/// <summary>What every answer is, whatever was asked: labels, or an error of the service or its front end; never a defect.</summary>
internal static class AnswerCheck
{
    /// <summary>Checks an answer.</summary>
    /// <returns>Its status, with the error's type.</returns>
    /// <exception cref="InvalidDataException">It is no answer of the service.</exception>
    public static string Check(int status, string body)
    {
        var found = status switch
        {
            100 => body.Length == 0 ? "" : null,
            200 => Member(body, "CustomLabels") ?? Member(body, "Output"),
            403 => body.EndsWith("Exception>\n", StringComparison.Ordinal) ? body.Substring(1, body.IndexOf('>') - 1) : Member(body, "__type"),
            400 or 413 or 417 or 431 or 501 or 505 => Member(body, "__type"),
            _ => null,
        };
        if (found is null) throw new InvalidDataException($"{status} with '{body}' is no answer of the service.");
        return $"{status.ToString(CultureInfo.InvariantCulture)} {found}".TrimEnd();
    }

    /// <summary>The member's text, or nothing for one that is no text; null without the member.</summary>
    private static string? Member(string body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty(name, out var member)) return null;
            return member.ValueKind == JsonValueKind.String ? member.GetString() : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
