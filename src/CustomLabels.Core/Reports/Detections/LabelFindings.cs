using System;
using System.Collections.Generic;

namespace CustomLabels.Reports.Detections;

/// <summary>The labels of a report: as many as a model has, however many pictures there are.</summary>
internal sealed class LabelFindings
{
    private readonly Dictionary<string, LabelFinding> _byName = new(StringComparer.Ordinal);
    private readonly List<LabelFinding> _all = [];

    /// <summary>All of them, by their numbers.</summary>
    public IReadOnlyList<LabelFinding> All => _all;

    /// <summary>The tally of a label, a new one where it wasn't met yet.</summary>
    /// <param name="name">The label's name.</param>
    public LabelFinding Of(string name)
    {
        if (_byName.TryGetValue(name, out var tally)) return tally;
        tally = new LabelFinding(name, _all.Count);
        _byName.Add(name, tally);
        _all.Add(tally);
        return tally;
    }
}
