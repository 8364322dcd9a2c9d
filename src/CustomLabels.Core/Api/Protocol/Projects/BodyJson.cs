using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>What the bodies of this folder have in common. Timestamps are numbers of seconds since 1970 (Smithy, AWS JSON 1.1).</summary>
public static class BodyJson
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes a body.</summary>
    /// <param name="write">Writes the members.</param>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        if (write is null) throw new ArgumentNullException(nameof(write));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Writes a string unless there is none.</summary>
    internal static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    /// <summary>Writes a list of strings unless there is none.</summary>
    internal static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyList<string?>? values)
    {
        if (values is null) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes an integer unless there is none.</summary>
    internal static void WriteWhole(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    /// <summary>Writes a timestamp, to the millisecond, unless there is none.</summary>
    internal static void WriteTime(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time) json.WriteNumber(name, (time - Epoch).Ticks / TimeSpan.TicksPerMillisecond / 1000m);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="operation">What was asked, for the error.</param>
    /// <param name="read">Takes the members.</param>
    /// <exception cref="FormatException">The body is not such an answer.</exception>
    internal static T ReadAnswer<T>(ReadOnlyMemory<byte> body, string operation, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // InvalidOperationException is JsonElement's word for a member of another kind than was asked for; the last two are times out of range.
            throw new FormatException($"The answer is not what {operation} answers: {exception.Message}", exception);
        }
    }

    /// <summary>A string; null when absent.</summary>
    internal static string? Text(this JsonElement parent, string name) => Member(parent, name)?.GetString();

    /// <summary>An integer; null when absent.</summary>
    internal static long? Whole(this JsonElement parent, string name) => Member(parent, name)?.GetInt64();

    /// <summary>A timestamp, UTC, to the millisecond; null when absent.</summary>
    internal static DateTime? Time(this JsonElement parent, string name) =>
        Member(parent, name) is { } seconds ? Epoch.AddTicks(checked((long)Math.Round(seconds.GetDouble() * 1000) * TimeSpan.TicksPerMillisecond)) : null;

    /// <summary>A list; empty when absent.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        Member(parent, name) is { } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
