using System;
using System.Collections.Generic;

namespace CustomLabels.Reports.Detections;

/// <summary>The labels of a report: as many as a model has, however many pictures there are.</summary>
internal sealed class FoundLabels
{
    private readonly Dictionary<string, FoundLabel> _byName = new(StringComparer.Ordinal);
    private readonly List<FoundLabel> _all = [];

    /// <summary>All of them, by their numbers.</summary>
    public IReadOnlyList<FoundLabel> All => _all;

    /// <summary>The tally of a label, a new one where it wasn't met yet.</summary>
    /// <param name="name">The label's name.</param>
    public FoundLabel Of(string name)
    {
        if (_byName.TryGetValue(name, out var tally)) return tally;
        tally = new FoundLabel(name, _all.Count);
        _byName.Add(name, tally);
        _all.Add(tally);
        return tally;
    }
}
