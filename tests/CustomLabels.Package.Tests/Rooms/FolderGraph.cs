using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Package.Tests.Rooms;

/// <summary>Which folder needs which, and because of which types.</summary>
internal sealed class FolderGraph
{
    private const int MostCauses = 5;
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _needs = new(StringComparer.Ordinal);

    public void Add(string from, string to, string cause)
    {
        if (!_needs.TryGetValue(from, out var needed)) _needs.Add(from, needed = new(StringComparer.Ordinal));
        if (!needed.TryGetValue(to, out var causes)) needed.Add(to, causes = new(StringComparer.Ordinal));
        causes.Add(cause);
    }

    /// <summary>The sets of folders in which each one needs each other, directly or through others.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Circles()
    {
        var reached = _needs.Keys.ToDictionary(folder => folder, Reached, StringComparer.Ordinal);
        return [.. _needs.Keys.Where(folder => reached[folder].Contains(folder))
            .Select(folder => reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).ToArray())
            .DistinctBy(circle => circle[0], StringComparer.Ordinal)];
    }

    /// <summary>A circle for people: its folders, then each need between two of them with some of its causes.</summary>
    public string Describe(IReadOnlyList<string> circle)
    {
        var needs = from folder in circle
                    from needed in _needs[folder]
                    where circle.Contains(needed.Key, StringComparer.Ordinal)
                    select $"  {folder} -> {needed.Key} ({needed.Value.Count}): {string.Join(", ", needed.Value.Take(MostCauses))}";
        return $"A circle of {circle.Count} folders: {string.Join(", ", circle)}\n{string.Join("\n", needs)}";
    }

    private SortedSet<string> Reached(string from)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out var folder))
        {
            if (!_needs.TryGetValue(folder, out var needed)) continue;
            foreach (var other in needed.Keys.Where(reached.Add)) next.Push(other);
        }

        return reached;
    }
}
