using System.Collections.Generic;

namespace CustomLabels.Reports.Detections;

/// <summary>Pictures that failed in one way.</summary>
/// <param name="first">The first error.</param>
internal sealed class FailureTally(CustomLabelsError first)
{
    /// <summary>The most pictures that are named: the gallery has all of them.</summary>
    public const int MostNamed = 10;

    private readonly List<string> _names = [];

    /// <summary>The first error.</summary>
    public CustomLabelsError First => first;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Counts one.</summary>
    public void Add(string name)
    {
        Count++;
        if (_names.Count < MostNamed) _names.Add(name);
    }
}
