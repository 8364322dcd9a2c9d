using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Evidence;

namespace CustomLabels.Evaluation.Comparing;

/// <summary>The figure that a model is compared by, of images drawn as often as wanted: a mean over labels.</summary>
internal sealed class ModelFigure
{
    private readonly ComparisonMetric _metric;
    private readonly List<(WeightedCurve Curve, int End)> _labels = [];

    /// <param name="evidence">What is known of the model.</param>
    /// <param name="metric">The figure.</param>
    /// <param name="places">The place of each of its images among those that are drawn; -1 for one that isn't.</param>
    public ModelFigure(EvaluationEvidence evidence, ComparisonMetric metric, int[] places)
    {
        _metric = metric;
        foreach (var label in evidence.Labels)
        {
            var curve = metric == ComparisonMetric.Ap50 ? label.Curve50 : label.Curve;
            if (curve is null || curve.Truth == 0) continue;
            var drawn = Placed(curve, places);
            _labels.Add((new WeightedCurve(drawn), drawn.EndOf(label.Threshold)));
        }
    }

    /// <summary>The figure; not a number where no label has one.</summary>
    /// <param name="weights">How often each image was drawn.</param>
    public double Of(int[] weights)
    {
        var (sum, count) = (0.0, 0);
        foreach (var (curve, end) in _labels)
        {
            var figure = _metric == ComparisonMetric.Ap50 ? curve.Precision(weights) : Figure(curve.At(weights, end)) ?? double.NaN;
            if (double.IsNaN(figure)) continue;
            (sum, count) = (sum + figure, count + 1);
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static LabelCurve Placed(LabelCurve curve, int[] places)
    {
        var kept = Enumerable.Range(0, curve.Images.Length).Where(i => places[curve.Images[i]] >= 0).ToArray();
        return new LabelCurve(
            Array.ConvertAll(kept, i => curve.Confidences[i]), Array.ConvertAll(kept, i => places[curve.Images[i]]), Array.ConvertAll(kept, i => curve.IsTrue[i]),
            curve.TruthImages.Select(image => places[image]).Where(place => place >= 0).ToArray());
    }

    private double? Figure(Counts counts) => counts.TruePositives + counts.FalseNegatives == 0 ? null
        : _metric == ComparisonMetric.F1 ? counts.F1 : _metric == ComparisonMetric.Precision ? counts.Precision : counts.Recall;
}
