using System;
using System.Collections.Generic;

namespace CustomLabels.Reports.Detections;

/// <summary>The labels of a report: as many as a model has, however many pictures there are.</summary>
internal sealed class LabelTallies
{
    private readonly Dictionary<string, LabelTally> _byName = new(StringComparer.Ordinal);
    private readonly List<LabelTally> _all = [];

    /// <summary>All of them, by their numbers.</summary>
    public IReadOnlyList<LabelTally> All => _all;

    /// <summary>The tally of a label, a new one where it wasn't met yet.</summary>
    /// <param name="name">The label's name.</param>
    public LabelTally Of(string name)
    {
        if (_byName.TryGetValue(name, out var tally)) return tally;
        tally = new LabelTally(name, _all.Count);
        _byName.Add(name, tally);
        _all.Add(tally);
        return tally;
    }
}
