using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Annotations;

/// <summary>The labels of a set and their numbers.</summary>
internal static class LabelNames
{
    /// <summary>Each label and its number from 0, in the order of their names: the numbers don't change with the order of the images.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<ImageAnnotation> images)
    {
        var numbered = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in images.SelectMany(image => image.Labels).Select(label => label.Name)) numbered[name] = 0;
        var number = 0;
        foreach (var name in numbered.Keys.ToArray()) numbered[name] = number++;
        return numbered;
    }
}
