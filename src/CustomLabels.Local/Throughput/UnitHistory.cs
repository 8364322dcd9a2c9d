using System;
using System.Collections.Generic;

namespace CustomLabels.Local.Throughput;

/// <summary>The inference units of all runs of a model, as they were in service. Not safe for concurrent use.</summary>
internal sealed class UnitHistory
{
    private readonly List<UnitSpan> _spans = [];

    /// <summary>The times in which units were in service, in their order; between them there were none.</summary>
    public IReadOnlyList<UnitSpan> Spans => _spans;

    /// <summary>Goes on where it was left, or after a pause.</summary>
    public void Add(TimeSpan from, TimeSpan to, int units)
    {
        // Each look at a model brings it up to date: without this there would be as many spans as looks.
        if (_spans.Count > 0 && _spans[_spans.Count - 1] is var last && last.To == from && last.Units == units) _spans[_spans.Count - 1] = last with { To = to };
        else _spans.Add(new UnitSpan(from, to, units));
    }
}
