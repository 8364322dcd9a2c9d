using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels;

/// <summary>Which label was taken for which: rows are what is there, columns what was found. Boxes only: of labels of whole pictures no such matrix can be told.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[][] _counts;

    /// <param name="labels">The labels.</param>
    /// <param name="counts">Rows of what is there; the last column is what was missed, the last row what was found where nothing is.</param>
    internal ConfusionMatrix(IReadOnlyList<string> labels, int[][] counts)
    {
        Labels = labels;
        _counts = counts;
        Cells = Enumerable.Range(0, counts.Length).SelectMany(row => Enumerable.Range(0, counts.Length), (row, column) => (row, column))
            .Where(at => counts[at.row][at.column] > 0).Select(at => new ConfusionCell(NameOf(at.row), NameOf(at.column), counts[at.row][at.column])).ToArray();
    }

    /// <summary>The labels, in the order of rows and columns.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The cells that aren't 0.</summary>
    public IReadOnlyList<ConfusionCell> Cells { get; }

    /// <summary>How often a label was found as another.</summary>
    /// <param name="truth">What is there; null for nothing.</param>
    /// <param name="found">What was found; null for nothing.</param>
    public int Count(string? truth, string? found) => _counts[PlaceOf(truth)][PlaceOf(found)];

    /// <inheritdoc/>
    public override string ToString() => $"{Labels.Count} labels, rows: truth, columns: found";

    private string? NameOf(int place) => place < Labels.Count ? Labels[place] : null;

    private int PlaceOf(string? label)
    {
        if (string.IsNullOrEmpty(label)) return Labels.Count;
        for (var i = 0; i < Labels.Count; i++)
        {
            if (string.Equals(Labels[i], label, StringComparison.Ordinal)) return i;
        }

        throw new ArgumentException($"There is no label '{VisibleText.Of(label)}' in the matrix.", nameof(label));
    }
}
