using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace CustomLabels.Local.Operations;

/// <summary>Writes the answers that no client of this project reads.</summary>
internal static class AnswerWriter
{
    /// <summary>An answer without members.</summary>
    public static byte[] Nothing() => Write(_ => { });

    /// <summary>A status.</summary>
    public static byte[] Status(string status) => Write(json => json.WriteString("Status", status));

    /// <summary>Tags.</summary>
    public static byte[] Tags(IReadOnlyDictionary<string, string> tags) => Write(json =>
    {
        json.WriteStartObject("Tags");
        foreach (var tag in tags) json.WriteString(tag.Key, tag.Value);
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
