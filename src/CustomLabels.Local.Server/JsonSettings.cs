using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace CustomLabels.Local.Server;

/// <summary>Reads what an option takes as JSON: the JSON itself or the path of a file with it, one object or an array of them.</summary>
internal static class JsonSettings
{
    /// <summary>Reads the objects.</summary>
    /// <param name="option">The option, for errors.</param>
    /// <param name="value">Its value.</param>
    /// <param name="take">Makes something of each object; its second argument is the folder that paths in it are relative to.</param>
    /// <exception cref="UsageException">It is not JSON, or not of objects.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyList<T> Read<T>(string option, string value, Func<IDictionary, string, T> take)
    {
        var isJson = value.TrimStart() is ['{' or '[', ..];
        var folder = isJson ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(value))!;
        try
        {
            using var document = JsonDocument.Parse(isJson ? value : File.ReadAllText(value));
            var elements = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray().ToArray() : [document.RootElement];
            return elements.Select(element => take(Plain(element) as IDictionary ?? throw new UsageException($"{option} needs an array of JSON objects, and there is '{element}' in it."), folder)).ToArray();
        }
        catch (JsonException e)
        {
            throw new UsageException($"{option} needs JSON, or the path of a file with it. {e.Message}");
        }
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Plain(group.Last().Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
