using System.Collections.Generic;

namespace CustomLabels.Evaluation.Matching;

/// <summary>Which label was taken for which, of one image after the other: pairs of the same label come first, then those of more overlap; each box is in one pair.</summary>
/// <param name="labelCount">How many labels there are.</param>
/// <param name="least">The overlap that a pair has to exceed, 0 to 1.</param>
internal sealed class ConfusionPairs(int labelCount, double least)
{
    private readonly List<(bool IsSame, double Overlap, int Truth, int Found)> _pairs = [];

    /// <summary>How often a label (row) was found as another (column). The last column is what was missed, the last row what was found where nothing is.</summary>
    public int[][] Counts { get; } = Square(labelCount + 1);

    /// <summary>Adds an image.</summary>
    /// <param name="truth">Its truth, without what is ignored.</param>
    /// <param name="found">What was found and is sure enough.</param>
    public void Add(IReadOnlyList<TruthBox> truth, IReadOnlyList<FoundBox> found)
    {
        _pairs.Clear();
        for (var t = 0; t < truth.Count; t++)
        {
            for (var f = 0; f < found.Count; f++)
            {
                var overlap = Overlap.Of(truth[t].Box, found[f].Box);
                if (overlap > least) _pairs.Add((truth[t].Label == found[f].Label, overlap, t, f));
            }
        }

        _pairs.Sort(static (a, b) => a.IsSame != b.IsSame ? b.IsSame.CompareTo(a.IsSame)
            : a.Overlap != b.Overlap ? b.Overlap.CompareTo(a.Overlap)
            : a.Truth != b.Truth ? a.Truth.CompareTo(b.Truth) : a.Found.CompareTo(b.Found));
        var isTruthTaken = new bool[truth.Count];
        var isFoundTaken = new bool[found.Count];
        foreach (var (_, _, t, f) in _pairs)
        {
            if (isTruthTaken[t] || isFoundTaken[f]) continue;
            isTruthTaken[t] = isFoundTaken[f] = true;
            Counts[truth[t].Label][found[f].Label]++;
        }

        for (var t = 0; t < truth.Count; t++)
        {
            if (!isTruthTaken[t]) Counts[truth[t].Label][labelCount]++;
        }

        for (var f = 0; f < found.Count; f++)
        {
            if (!isFoundTaken[f]) Counts[labelCount][found[f].Label]++;
        }
    }

    private static int[][] Square(int length)
    {
        var rows = new int[length][];
        for (var i = 0; i < length; i++) rows[i] = new int[length];
        return rows;
    }
}
