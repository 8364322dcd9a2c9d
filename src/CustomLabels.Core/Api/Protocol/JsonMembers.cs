using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>A structure's members, as both sides read them: unknown ones are passed over, and null is as good as absent (Smithy, AWS JSON 1.1).</summary>
/// <remarks>Checks the JSON and its types, not the model's constraints. What has the wrong type is refused in the service's words: <see cref="SerializationErrors"/>.</remarks>
internal readonly struct JsonMembers
{
    /// <summary>What a Timestamp counts from.</summary>
    internal static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly JsonElement _structure;

    private JsonMembers(JsonElement structure) => _structure = structure;

    /// <summary>Reads one body.</summary>
    /// <param name="body">The whole body, UTF-8.</param>
    /// <param name="read">Takes the members; the document is gone when it returns.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>: not JSON, or a member has the wrong type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, Func<JsonMembers, T> read)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref json);

            // Something after the value is an error too.
            json.Read();
            var kind = document.RootElement.ValueKind;
            if (kind == JsonValueKind.Array) throw SerializationErrors.StructureExpected(JsonTokenType.StartArray);
            if (kind != JsonValueKind.Object) throw SerializationErrors.Malformed();
            return read(new JsonMembers(document.RootElement));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // In this order: not JSON, not UTF-8, not base64.
            throw SerializationErrors.Malformed();
        }
    }

    /// <summary>A string.</summary>
    public string? Text(string member) => Member(member) is { } value ? Text(value) : null;

    /// <summary>An integer of 32 bits. A fraction is cut off and a number out of range stays at the range's end, as AWS's services do.</summary>
    public int? Integer(string member) => Number(member, "an Integer") is { } number ? (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, number.GetDouble())) : null;

    /// <summary>An integer of 64 bits; otherwise as <see cref="Integer"/>.</summary>
    public long? Long(string member) => Number(member, "a Long") switch
    {
        null => null,
        { } number when number.TryGetInt64(out var whole) => whole,
        { } number => number.GetDouble() switch
        {
            >= long.MaxValue => long.MaxValue,
            <= long.MinValue => long.MinValue,
            var value => (long)value,
        },
    };

    /// <summary>A float; what JSON numbers can't hold comes as a string.</summary>
    public double? Float(string member) => Member(member) is { } value ? Float(value) : null;

    /// <summary>True or false.</summary>
    public bool? Boolean(string member) => Member(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw SerializationErrors.Mismatch(Token(other), "a Boolean"),
    };

    /// <summary>Bytes, which come as base64.</summary>
    public byte[]? Blob(string member) => Member(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } base64 => base64.GetBytesFromBase64(),
        { } other => throw SerializationErrors.Mismatch(Token(other), "a Blob"),
    };

    /// <summary>A time, UTC, to the millisecond; it comes as seconds since 1970.</summary>
    public DateTime? Time(string member) => Member(member) is { } value ? Time(value) : null;

    /// <summary>A list of strings; one may be null.</summary>
    public IReadOnlyList<string?>? Texts(string member) => List(member)?.Select(Nullable).ToArray();

    /// <summary>A list of floats; one may be null.</summary>
    public IReadOnlyList<double?>? Floats(string member) => List(member)?.Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : Float(value)).ToArray();

    /// <summary>A list of times; one may be null.</summary>
    public IReadOnlyList<DateTime?>? Times(string member) => List(member)?.Select(value => value.ValueKind == JsonValueKind.Null ? (DateTime?)null : Time(value)).ToArray();

    /// <summary>A list of structures; one may be null.</summary>
    /// <param name="member">The list.</param>
    /// <param name="read">Reads one of them.</param>
    public IReadOnlyList<T?>? Structures<T>(string member, Func<JsonMembers, T> read)
        where T : class => List(member)?.Select(value => value.ValueKind == JsonValueKind.Null ? null : read(Structure(value))).ToArray();

    /// <summary>A structure.</summary>
    /// <param name="member">The structure.</param>
    /// <param name="read">Reads it.</param>
    public T? Structure<T>(string member, Func<JsonMembers, T> read)
        where T : class => Member(member) is { } value ? read(Structure(value)) : null;

    /// <summary>A map of strings to strings; a value may be null.</summary>
    public IReadOnlyDictionary<string, string?>? Map(string member)
    {
        if (Member(member) is not { } value) return null;
        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in Structure(value)._structure.EnumerateObject()) map[entry.Name] = Nullable(entry.Value);
        return map;
    }

    private static JsonMembers Structure(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? new JsonMembers(value) : throw SerializationErrors.StructureExpected(Token(value));

    private static string? Nullable(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : Text(value);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : throw SerializationErrors.Mismatch(Token(value), "a String");

    private static double Float(JsonElement value) => value switch
    {
        { ValueKind: JsonValueKind.Number } => value.GetDouble(),
        { ValueKind: JsonValueKind.String } when value.ValueEquals("NaN") => double.NaN,
        { ValueKind: JsonValueKind.String } when value.ValueEquals("Infinity") => double.PositiveInfinity,
        { ValueKind: JsonValueKind.String } when value.ValueEquals("-Infinity") => double.NegativeInfinity,
        _ => throw SerializationErrors.Mismatch(Token(value), "a Float"),
    };

    private static DateTime Time(JsonElement value)
    {
        var seconds = Number(value, "a Timestamp").GetDouble();
        try
        {
            return Epoch.AddTicks(checked((long)Math.Round(seconds * 1000) * TimeSpan.TicksPerMillisecond));
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            throw SerializationErrors.Mismatch(JsonTokenType.Number, "a Timestamp");
        }
    }

    private static JsonElement Number(JsonElement value, string wanted) => value.ValueKind == JsonValueKind.Number ? value : throw SerializationErrors.Mismatch(Token(value), wanted);

    private JsonElement? Number(string member, string wanted) => Member(member) is { } value ? Number(value, wanted) : null;

    private JsonElement.ArrayEnumerator? List(string member) =>
        Member(member) is not { } value ? null : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw SerializationErrors.ListExpected(Token(value));

    private JsonElement? Member(string name) => _structure.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

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
