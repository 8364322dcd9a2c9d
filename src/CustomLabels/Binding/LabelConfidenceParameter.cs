using System;
using System.Collections;
using System.Collections.Generic;

namespace CustomLabels.Binding;

/// <summary>Takes a hashtable of labels and their thresholds.</summary>
internal static class LabelConfidenceParameter
{
    /// <summary>The thresholds, 0 to 100, by names letter by letter; null for none.</summary>
    /// <param name="map">The hashtable, or Thresholds of an evaluation; null for none.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a threshold is no number of 0 to 100.</exception>
    public static IReadOnlyDictionary<string, double>? Of(IDictionary? map)
    {
        if (map is null) return null;
        var thresholds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
        {
            var value = (entry.Value as System.Management.Automation.PSObject)?.BaseObject ?? entry.Value;
            thresholds[$"{entry.Key}"] = InvariantNumber.Of(value) is { } number and >= 0 and <= 100 ? number : throw new CustomLabelsException(InputErrors.LabelConfidenceInvalid($"{entry.Key}", $"{value}"));
        }

        return thresholds;
    }
}
