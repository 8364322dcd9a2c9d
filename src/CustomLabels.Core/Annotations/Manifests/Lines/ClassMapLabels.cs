using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Remembers the labels of class-maps, whether or not a box has them.</summary>
internal sealed class ClassMapLabels : ILineRule
{
    /// <summary>More labels are not remembered: a manifest with them is refused.</summary>
    public const int Limit = 10_000;

    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private string _last = "";

    /// <summary>The labels.</summary>
    public IEnumerable<string> Names => _names;

    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        foreach (var attribute in line.BoxAttributes)
        {
            if (JsonText.Member(line.Json.GetProperty(attribute.Name + "-metadata"), "class-map") is not { ValueKind: JsonValueKind.Object } map) continue;
            // Most manifests have one map, written again and again.
            var text = map.GetRawText();
            if (text == _last) continue;
            _last = text;
            foreach (var member in map.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String && _names.Count < Limit)) _names.Add(member.Value.GetString()!);
        }
    }
}
