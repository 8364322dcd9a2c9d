using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Joining;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>The labels of truth and answers, and which are measured by boxes.</summary>
internal sealed class LabelTable
{
    private readonly Dictionary<string, int> _boxPlaces = new(StringComparer.Ordinal);

    /// <param name="images">The pictures.</param>
    public LabelTable(IReadOnlyList<MeasuredImage> images)
    {
        var kinds = new Dictionary<string, Kinds>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            foreach (var label in image.Truth.Labels) Add(kinds, label, Kinds.TruthBox, Kinds.TruthImage);
            foreach (var label in image.Answer.Labels) Add(kinds, label, Kinds.FoundBox, Kinds.FoundImage);
        }

        Boxes = kinds.Where(label => IsBox(label.Value)).Select(label => label.Key).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        Images = kinds.Where(label => !IsBox(label.Value)).Select(label => label.Key).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        Mixed = kinds.Where(label => IsBox(label.Value) && (label.Value & (Kinds.TruthImage | Kinds.FoundImage)) != Kinds.None).Select(label => label.Key).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < Boxes.Count; i++) _boxPlaces.Add(Boxes[i], i);
    }

    [Flags]
    private enum Kinds
    {
        None = 0,
        TruthBox = 1,
        TruthImage = 2,
        FoundBox = 4,
        FoundImage = 8,
    }

    /// <summary>Labels that are measured by boxes.</summary>
    public IReadOnlyList<string> Boxes { get; }

    /// <summary>Labels that are measured by whether they are on a picture.</summary>
    public IReadOnlyList<string> Images { get; }

    /// <summary>Labels that are measured by boxes, and some of which have none.</summary>
    public IReadOnlyList<string> Mixed { get; }

    /// <summary>The place of a label among those of boxes; -1 for none.</summary>
    public int BoxPlaceOf(string label) => _boxPlaces.TryGetValue(label, out var place) ? place : -1;

    // By boxes where both sides have them; a side that has the label nowhere says nothing.
    private static bool IsBox(Kinds kinds) => (kinds & (Kinds.TruthBox | Kinds.TruthImage)) == Kinds.None ? (kinds & Kinds.FoundBox) != Kinds.None
        : (kinds & Kinds.TruthBox) != Kinds.None && ((kinds & Kinds.FoundBox) != Kinds.None || (kinds & Kinds.FoundImage) == Kinds.None);

    private static void Add(Dictionary<string, Kinds> kinds, LabelAnnotation label, Kinds box, Kinds image)
    {
        kinds.TryGetValue(label.Name, out var known);
        kinds[label.Name] = known | (label.BoundingBox is null ? image : box);
    }
}
