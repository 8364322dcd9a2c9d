using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>A request's members as a server reads them: unknown members are ignored, and null is as good as absent.</summary>
/// <remarks>For requests of a few members. Checks the JSON and its types, not the model's constraints.</remarks>
public sealed class RequestDocument
{
    private readonly JsonElement _root;

    private RequestDocument(JsonElement root) => _root = root;

    /// <summary>Reads one request.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="body">The whole body, UTF-8.</param>
    /// <param name="read">Takes the members; the document is gone when it returns.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>: not JSON, or a member has the wrong type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, Func<RequestDocument, T> read)
    {
        if (read is null) throw new ArgumentNullException(nameof(read));
        try
        {
            var json = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref json);

            // Something after the value is an error too.
            json.Read();
            var kind = document.RootElement.ValueKind;
            if (kind == JsonValueKind.Array) throw SerializationErrors.StructureExpected(JsonTokenType.StartArray);
            if (kind != JsonValueKind.Object) throw SerializationErrors.Malformed();
            return read(new RequestDocument(document.RootElement));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // In this order: not JSON, not UTF-8.
            throw SerializationErrors.Malformed();
        }
    }

    /// <summary>A string.</summary>
    public string? Text(string member) => Member(member) is { } value ? Text(value) : null;

    /// <summary>An integer. A fraction is cut off and a number out of range stays at the range's end, as AWS's services do.</summary>
    public int? Whole(string member) => Member(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, number.GetDouble())),
        { } other => throw SerializationErrors.Mismatch(Token(other), "an Integer"),
    };

    /// <summary>A list of strings; an element may be null.</summary>
    public IReadOnlyList<string?>? Texts(string member) => Member(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(Nullable).ToArray(),
        { } other => throw SerializationErrors.ListExpected(Token(other)),
    };

    /// <summary>A map of strings to strings; a value may be null.</summary>
    public IReadOnlyDictionary<string, string?>? Map(string member)
    {
        if (Member(member) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object) throw SerializationErrors.StructureExpected(Token(value));
        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in value.EnumerateObject()) map[entry.Name] = Nullable(entry.Value);
        return map;
    }

    private JsonElement? Member(string name) => _root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Nullable(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : Text(value);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : throw SerializationErrors.Mismatch(Token(value), "a String");

    private static JsonTokenType Token(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => JsonTokenType.StartArray,
        JsonValueKind.Object => JsonTokenType.StartObject,
        JsonValueKind.String => JsonTokenType.String,
        JsonValueKind.Number => JsonTokenType.Number,
        JsonValueKind.True => JsonTokenType.True,
        _ => JsonTokenType.False,
    };
}
