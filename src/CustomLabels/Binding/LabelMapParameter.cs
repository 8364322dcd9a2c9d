using System;
using System.Collections;
using System.Collections.Generic;

namespace CustomLabels.Binding;

/// <summary>Takes a hashtable of old and new names of labels.</summary>
internal static class LabelMapParameter
{
    /// <summary>The names, letter by letter.</summary>
    /// <param name="map">The hashtable; null for none.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a new name is no text, or empty.</exception>
    public static IReadOnlyDictionary<string, string> Of(IDictionary? map)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map ?? new Hashtable())
        {
            var name = (entry.Value as System.Management.Automation.PSObject)?.BaseObject ?? entry.Value;
            names[$"{entry.Key}"] = name is string { Length: > 0 } text ? text : throw new CustomLabelsException(InputErrors.LabelMapInvalid($"{entry.Key}"));
        }

        return names;
    }
}
