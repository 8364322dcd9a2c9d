using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Annotations;

/// <summary>Counts what a conversion changes, and passes each change on. Holds one change a code, however many there are.</summary>
/// <param name="onChange">Told of each change; null where nobody listens.</param>
internal sealed class AnnotationReport(Action<AnnotationChange>? onChange = null)
{
    private readonly SortedDictionary<AnnotationChangeCode, AnnotationChangeCount> _counts = [];

    /// <summary>How often each thing happened.</summary>
    public IReadOnlyList<AnnotationChangeCount> Counts => _counts.Values.ToArray();

    /// <summary>The first change by which something is lost; null where nothing is.</summary>
    public AnnotationChange? FirstLoss => _counts.Values.FirstOrDefault(count => count.First.IsLoss)?.First;

    /// <summary>How many changes are losses.</summary>
    public long LossCount => _counts.Values.Where(count => count.First.IsLoss).Sum(count => count.Count);

    /// <summary>Adds a change.</summary>
    public void Add(AnnotationChangeCode code, AnnotationSource? source, string? image, string message)
    {
        var change = new AnnotationChange(code, source?.File, source?.Line, image, message);
        _counts[code] = _counts.TryGetValue(code, out var count) ? count with { Count = count.Count + 1 } : new AnnotationChangeCount(code, 1, change);
        onChange?.Invoke(change);
    }
}
