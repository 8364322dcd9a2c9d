using System;

namespace CustomLabels.Evaluation.Figures;

/// <summary>The figures of a curve of which each image counts as often as it was drawn.</summary>
/// <param name="curve">The curve; an image without a place is not drawn from.</param>
internal sealed class WeightedCurve(LabelCurve curve)
{
    private readonly double[] _recalls = new double[curve.Truth];
    private readonly double[] _precisions = new double[curve.Truth];

    /// <summary>Counts of what is at least so sure.</summary>
    /// <param name="weights">How often each image was drawn.</param>
    /// <param name="end">How many of the curve are sure enough.</param>
    public Counts At(int[] weights, int end)
    {
        var (hits, found) = (0, 0);
        for (var i = 0; i < end; i++)
        {
            var weight = weights[curve.Images[i]];
            found += weight;
            if (curve.IsTrue[i]) hits += weight;
        }

        return new Counts(hits, found - hits, Truth(weights) - hits);
    }

    /// <summary>Average precision at 101 recalls; not a number where no drawn image has the label.</summary>
    /// <param name="weights">How often each image was drawn.</param>
    public double Precision(int[] weights)
    {
        var truth = Truth(weights);
        if (truth == 0) return double.NaN;
        var (hits, found, count) = (0, 0, 0);
        for (var i = 0; i < curve.Images.Length; i++)
        {
            var weight = weights[curve.Images[i]];
            found += weight;
            if (weight == 0 || !curve.IsTrue[i]) continue;
            hits += weight;
            (_recalls[count], _precisions[count]) = ((double)hits / truth, (double)hits / found);
            count++;
        }

        for (var i = count - 2; i >= 0; i--) _precisions[i] = Math.Max(_precisions[i], _precisions[i + 1]);
        var (sum, at) = (0.0, 0);
        for (var i = 0; i <= 100; i++)
        {
            while (at < count && _recalls[at] < i * 0.01) at++;
            if (at == count) break;
            sum += _precisions[at];
        }

        return sum / 101;
    }

    private int Truth(int[] weights)
    {
        var truth = 0;
        foreach (var image in curve.TruthImages) truth += weights[image];
        return truth;
    }
}
