using System;

namespace CustomLabels.Evaluation.Figures;

/// <summary>What became of each time that a label was found, the surest first, and where it is by the truth. All figures at a threshold are told by it.</summary>
/// <param name="Confidences">How sure the model was, 0 to 100, never rising.</param>
/// <param name="Images">The image of each.</param>
/// <param name="IsTrue">Whether it is right.</param>
/// <param name="TruthImages">The image of each time that the label is there by the truth.</param>
internal sealed record LabelCurve(double[] Confidences, int[] Images, bool[] IsTrue, int[] TruthImages)
{
    /// <summary>A label that is neither there nor found.</summary>
    public static readonly LabelCurve Empty = new(Array.Empty<double>(), Array.Empty<int>(), Array.Empty<bool>(), Array.Empty<int>());

    /// <summary>How often it is there by the truth.</summary>
    public int Truth => TruthImages.Length;

    /// <summary>The counts of what is at least so sure.</summary>
    /// <param name="threshold">0 to 100.</param>
    public Counts At(double threshold)
    {
        var end = EndOf(threshold);
        var hits = 0;
        for (var i = 0; i < end; i++)
        {
            if (IsTrue[i]) hits++;
        }

        return new Counts(hits, end - hits, Truth - hits);
    }

    /// <summary>How many are at least so sure.</summary>
    /// <param name="threshold">0 to 100.</param>
    public int EndOf(double threshold)
    {
        var (low, high) = (0, Confidences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Confidences[middle] >= threshold) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The precision at each hit.</summary>
    public double[] Precisions(out int hits)
    {
        var precisions = new double[Truth];
        hits = 0;
        for (var i = 0; i < IsTrue.Length; i++)
        {
            if (IsTrue[i]) precisions[hits++] = hits / (i + 1 + AveragePrecision.Spacing);
        }

        return precisions;
    }

    /// <summary>The precision at each hit, where equal confidences are one step: of whole images none comes before another.</summary>
    public double[] PrecisionsOfSteps(out int hits)
    {
        var precisions = new double[Truth];
        hits = 0;
        for (int from = 0, to; from < IsTrue.Length; from = to)
        {
            var before = hits;
            for (to = from; to < IsTrue.Length && Confidences[to] == Confidences[from]; to++)
            {
                if (IsTrue[to]) hits++;
            }

            for (var hit = before; hit < hits; hit++) precisions[hit] = (double)hits / to;
        }

        return precisions;
    }
}
