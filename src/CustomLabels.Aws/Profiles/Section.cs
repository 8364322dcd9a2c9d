using System;
using System.Collections.Generic;

namespace CustomLabels.Aws.Profiles;

/// <summary>A profile, an sso-session or a services section: what all its parts in both files say together.</summary>
internal sealed class Section
{
    /// <summary>The properties by their names in small letters.</summary>
    public Dictionary<string, FileValue> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong in it, with file and line; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Adds a part: its values count more than those that are there.</summary>
    public void Add(FileSection part, string file)
    {
        foreach (var property in part.Properties) Properties[property.Key] = new FileValue(property.Value, file);
        if (part.Fault is { } fault) Fault ??= ProfileFile.Describe(fault, file);
    }
}
