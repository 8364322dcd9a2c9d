using System;
using System.Runtime.InteropServices;

namespace CustomLabels.Evaluation.Figures;

/// <summary>The threshold of a label that reaches a goal best: what is at least so sure is kept.</summary>
/// <param name="Value">0 to 100. It is in the middle between two confidences that were seen, so that rounding moves nothing over it.</param>
/// <param name="Counts">What comes of it on the same data: better than it will be on others.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BestThreshold(double Value, Counts Counts)
{
    /// <summary>Finds it; null where none reaches the goal, or the label is never there. Of equally good ones it is the highest.</summary>
    /// <param name="curve">The label.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="floor">The confidence that was asked for, 0 to 100: what is below it was not seen.</param>
    /// <param name="parts">For each image the part that it is in; null where all count.</param>
    /// <param name="leftOut">The part that doesn't count.</param>
    public static BestThreshold? Of(LabelCurve curve, ThresholdGoal goal, double floor = 0, int[]? parts = null, int leftOut = -1)
    {
        bool Counted(int image) => parts is null || parts[image] != leftOut;
        var truth = 0;
        foreach (var image in curve.TruthImages)
        {
            if (Counted(image)) truth++;
        }

        if (truth == 0) return null;
        BestThreshold? best = null;
        var (bestWorth, hits, misses) = (double.NegativeInfinity, 0, 0);
        var pending = double.NaN;
        for (var i = 0; i <= curve.Images.Length; i++)
        {
            if (i < curve.Images.Length && !Counted(curve.Images[i])) continue;
            var next = i < curve.Images.Length ? curve.Confidences[i] : Math.Min(floor, pending);
            // The confidence changes, or all have come: what came so far is what a threshold between the two keeps.
            if (!double.IsNaN(pending) && (next != pending || i == curve.Images.Length))
            {
                var counts = new Counts(hits, misses, truth - hits);
                if (goal.Worth(counts) is { } worth && worth > bestWorth) (best, bestWorth) = (new BestThreshold(Middle(next, pending), counts), worth);
            }

            if (i == curve.Images.Length) break;
            pending = next;
            if (curve.IsTrue[i]) hits++;
            else misses++;
        }

        return best;
    }

    // Between neighbouring doubles there is nothing: then the upper one keeps the same.
    private static double Middle(double low, double high) => low + ((high - low) / 2) is var middle && middle > low ? middle : high;
}
