using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomLabels.Text;

namespace CustomLabels.Api.Protocol;

/// <summary>Writes a structure's members, those that are there, as both sides do: what <see cref="JsonMembers"/> reads.</summary>
internal static class JsonMemberWriter
{
    /// <summary>No apostrophe and no letter is escaped, as none is by the service; a body is JSON and never part of a page.</summary>
    public static readonly JsonWriterOptions AsTheService = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole body.</summary>
    public static byte[] Body(IStructure structure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AsTheService)) Write(json, structure);
        return buffer.ToArray();
    }

    /// <summary>Writes a string.</summary>
    public static void Text(this Utf8JsonWriter json, string member, string? value)
    {
        if (value is not null) json.WriteString(member, value);
    }

    /// <summary>Writes an integer.</summary>
    public static void Whole(this Utf8JsonWriter json, string member, long? value)
    {
        if (value is { } number) json.WriteNumber(member, number);
    }

    /// <summary>Writes a float as the service does: a whole number has a fraction too, and what JSON can't hold is a string.</summary>
    public static void Float(this Utf8JsonWriter json, string member, double? value)
    {
        if (value is not { } number) return;
        json.WritePropertyName(member);
        Float(json, number);
    }

    /// <summary>Writes true or false.</summary>
    public static void Boolean(this Utf8JsonWriter json, string member, bool? value)
    {
        if (value is { } truth) json.WriteBoolean(member, truth);
    }

    /// <summary>Writes bytes as base64.</summary>
    public static void Blob(this Utf8JsonWriter json, string member, byte[]? value)
    {
        if (value is not null) json.WriteBase64String(member, value);
    }

    /// <summary>Writes a time, to the millisecond, as seconds since 1970.</summary>
    public static void Time(this Utf8JsonWriter json, string member, DateTime? value)
    {
        if (value is { } time) json.WriteNumber(member, Seconds(time));
    }

    /// <summary>Writes a list of floats.</summary>
    public static void Floats(this Utf8JsonWriter json, string member, IReadOnlyList<double?>? values)
    {
        if (values is null) return;
        json.WriteStartArray(member);
        foreach (var value in values)
        {
            if (value is { } number) Float(json, number);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of times.</summary>
    public static void Times(this Utf8JsonWriter json, string member, IReadOnlyList<DateTime?>? values)
    {
        if (values is null) return;
        json.WriteStartArray(member);
        foreach (var value in values)
        {
            if (value is { } time) json.WriteNumberValue(Seconds(time));
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of strings.</summary>
    public static void Texts(this Utf8JsonWriter json, string member, IReadOnlyList<string?>? values)
    {
        if (values is null) return;
        json.WriteStartArray(member);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a map of strings.</summary>
    public static void Map(this Utf8JsonWriter json, string member, IReadOnlyDictionary<string, string?>? map)
    {
        if (map is null) return;
        json.WriteStartObject(member);
        foreach (var entry in map) json.WriteString(entry.Key, entry.Value);
        json.WriteEndObject();
    }

    /// <summary>Writes a structure.</summary>
    public static void Structure(this Utf8JsonWriter json, string member, IStructure? value)
    {
        if (value is null) return;
        json.WritePropertyName(member);
        Write(json, value);
    }

    /// <summary>Writes a list of structures.</summary>
    public static void Structures(this Utf8JsonWriter json, string member, IReadOnlyList<IStructure?>? values)
    {
        if (values is null) return;
        json.WriteStartArray(member);
        foreach (var value in values)
        {
            if (value is null) json.WriteNullValue();
            else Write(json, value);
        }

        json.WriteEndArray();
    }

    private static void Float(Utf8JsonWriter json, double number)
    {
        if (double.IsNaN(number)) json.WriteStringValue("NaN");
        else if (double.IsInfinity(number)) json.WriteStringValue(number > 0 ? "Infinity" : "-Infinity");
        else json.WriteRawValue(FloatText.Of(number), skipInputValidation: true);
    }

    private static decimal Seconds(DateTime time) => (time - JsonMembers.Epoch).Ticks / TimeSpan.TicksPerMillisecond / 1000m;

    private static void Write(Utf8JsonWriter json, IStructure structure)
    {
        json.WriteStartObject();
        structure.Write(json);
        json.WriteEndObject();
    }
}
