using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CustomLabels.Detection.Journal;

/// <summary>What a journal keeps of a caller's object: null, text, a Boolean, a number, or a list of names with such values.</summary>
internal static class JournalTag
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, object? tag)
    {
        if (tag is not IEnumerable<KeyValuePair<string, object?>> members)
        {
            WriteValue(json, tag);
            return;
        }

        json.WriteStartObject();
        foreach (var member in members)
        {
            json.WritePropertyName(member.Key);
            WriteValue(json, member.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads it; what is nested deeper comes as its JSON.</summary>
    public static object? Read(ref Utf8JsonReader json)
    {
        using var document = JsonDocument.ParseValue(ref json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return Value(document.RootElement);
        var members = new List<KeyValuePair<string, object?>>();
        foreach (var member in document.RootElement.EnumerateObject()) members.Add(new KeyValuePair<string, object?>(member.Name, Value(member.Value)));
        return members;
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case long whole: json.WriteNumberValue(whole); break;
            case double real: json.WriteRawValue(JournalLines.Number(real)); break;
            case decimal real: json.WriteNumberValue(real); break;
            default: throw new ArgumentException($"A journal keeps no {value.GetType()}.", nameof(value));
        }
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        _ => value.GetRawText(),
    };
}
