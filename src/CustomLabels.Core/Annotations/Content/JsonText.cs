using System;
using System.Text.Json;

namespace CustomLabels.Annotations.Content;

/// <summary>Reads members of JSON that may be anything.</summary>
internal static class JsonText
{
    /// <summary>The text of one string.</summary>
    /// <param name="json">The string in its quotes.</param>
    /// <exception cref="JsonException">It is no string of JSON.</exception>
    /// <exception cref="InvalidOperationException">It holds half a character.</exception>
    public static string Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("It is no text.");
    }

    /// <summary>A member; null where the element is no object or has none of this name.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A member that is text; null where it is anything else.</summary>
    public static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member that is a number; null where it is anything else.</summary>
    public static double? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && !double.IsInfinity(number) ? number : null;

    /// <summary>A member that is a length in whole pixels, 1 and up; null where it is anything else.</summary>
    public static int? Pixels(JsonElement element, string name) => Number(element, name) is { } number ? NumberText.Pixels(number) : null;

    /// <summary>The elements of a member; none where it is no list.</summary>
    public static JsonElement.ArrayEnumerator? List(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : null;
}
