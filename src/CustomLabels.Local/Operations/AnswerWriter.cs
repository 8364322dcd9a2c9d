using System.Collections.Generic;
using CustomLabels.Api.Protocol.Projects;

namespace CustomLabels.Local.Operations;

/// <summary>Writes the answers that no client of this project reads.</summary>
internal static class AnswerWriter
{
    /// <summary>An answer without members.</summary>
    public static byte[] Nothing() => BodyJson.Write(_ => { });

    /// <summary>A status.</summary>
    public static byte[] Status(string status) => BodyJson.Write(json => json.WriteString("Status", status));

    /// <summary>Tags.</summary>
    public static byte[] Tags(IReadOnlyDictionary<string, string> tags) => BodyJson.Write(json =>
    {
        json.WriteStartObject("Tags");
        foreach (var tag in tags) json.WriteString(tag.Key, tag.Value);
        json.WriteEndObject();
    });
}
