using System;
using CustomLabels.Evaluation.Figures;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>The intervals of a label's figures at its threshold: of boxes by picture, of whole pictures, which don't depend on each other, by Wilson's formula.</summary>
/// <param name="imageCount">How many pictures there are.</param>
internal sealed class CurveIntervals(int imageCount)
{
    private readonly double[] _hits = new double[imageCount];
    private readonly double[] _found = new double[imageCount];
    private readonly double[] _truth = new double[imageCount];
    private readonly double[] _both = new double[imageCount];

    /// <summary>The intervals of precision, recall and F1; null where nothing tells.</summary>
    public (ConfidenceInterval? Precision, ConfidenceInterval? Recall, ConfidenceInterval? F1) Of(LabelCurve curve, double threshold, bool isImageLevel)
    {
        Array.Clear(_hits, 0, imageCount);
        Array.Clear(_found, 0, imageCount);
        Array.Clear(_truth, 0, imageCount);
        for (int i = 0, end = curve.EndOf(threshold); i < end; i++)
        {
            _found[curve.Images[i]]++;
            if (curve.IsTrue[i]) _hits[curve.Images[i]]++;
        }

        foreach (var image in curve.TruthImages) _truth[image]++;
        // F1 is a part of a whole too: the hits, of the mean of what was found and what is there.
        for (var i = 0; i < imageCount; i++) _both[i] = (_found[i] + _truth[i]) / 2;
        var f1 = ByImage(_hits, _both);
        if (!isImageLevel) return (ByImage(_hits, _found), ByImage(_hits, _truth), f1);
        var counts = curve.At(threshold);
        return (Wilson(counts.TruePositives, counts.TruePositives + counts.FalsePositives), Wilson(counts.TruePositives, curve.Truth), f1);
    }

    private static ConfidenceInterval? ByImage(double[] hits, double[] all) => Interval.ByImage(hits, all) is var (low, high) ? new ConfidenceInterval(low, high) : null;

    private static ConfidenceInterval? Wilson(int hits, int all)
    {
        if (all == 0) return null;
        var (low, high) = Interval.Wilson(hits, all);
        return new ConfidenceInterval(low, high);
    }
}
