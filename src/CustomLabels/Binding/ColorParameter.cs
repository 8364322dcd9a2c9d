using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Pictures;

namespace CustomLabels.Binding;

/// <summary>Takes colours: one for all labels, or a hashtable of labels and colours.</summary>
internal static class ColorParameter
{
    /// <summary>The colours.</summary>
    /// <param name="given">What the user gave; null for nothing.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: one is no colour.</exception>
    public static LabelColors Of(object? given)
    {
        var colors = new Dictionary<string, PictureColor>(StringComparer.Ordinal);
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map) colors[$"{entry.Key}"] = Parse(entry.Value);
        }
        else if (value is not null)
        {
            colors[LabelColors.Rest] = Parse(value);
        }

        return new LabelColors(colors);
    }

    private static PictureColor Parse(object? color) => PictureColor.TryParse($"{color}") ?? throw new CustomLabelsException(PictureErrors.ColorInvalid($"{color}"));
}
