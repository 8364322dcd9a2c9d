using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Evidence;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Joining;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>Makes the row of a label.</summary>
internal sealed class LabelRows
{
    private readonly MeasureOptions _options;
    private readonly CurveIntervals _intervals;
    private readonly double _floor;
    private readonly int[] _units;
    private readonly int[]? _parts;

    /// <param name="options">How to measure.</param>
    /// <param name="images">The pictures.</param>
    public LabelRows(MeasureOptions options, IReadOnlyList<MeasuredImage> images)
    {
        _options = options;
        _intervals = new CurveIntervals(images.Count);
        _floor = images.Max(image => image.Answer.LeastConfidence ?? 0);
        _units = Units(images, options.IsGrouped);
        if (options.Folds is { } folds) _parts = CrossValidation.Parts(_units, folds, options.Seed);
    }

    /// <summary>The row.</summary>
    /// <param name="label">The label.</param>
    /// <param name="coco">Its twelve figures; null where it has none.</param>
    public LabelEvaluation Of(LabelEvidence label, double[]? coco)
    {
        var (curve, isImageLevel) = (label.Curve, label.Boxes is null);
        var counts = curve.At(label.Threshold);
        var (precision, recall, f1) = _intervals.Of(curve, label.Threshold, isImageLevel);
        var best = BestThreshold.Of(curve, _options.Goal, _floor);
        var crossed = _parts is null ? null : CrossValidation.Of(curve, _options.Goal, _floor, _units, _parts, _options.Folds!.Value);
        return new LabelEvaluation
        {
            Name = label.Name,
            IsImageLevel = isImageLevel,
            Truth = curve.Truth,
            Images = curve.TruthImages.Distinct().Count(),
            Threshold = label.Threshold,
            TruePositives = counts.TruePositives,
            FalsePositives = counts.FalsePositives,
            FalseNegatives = counts.FalseNegatives,
            Precision = counts.Precision,
            Recall = counts.Recall,
            F1 = counts.F1,
            PrecisionInterval = precision,
            RecallInterval = recall,
            F1Interval = f1,
            Ap = Known(isImageLevel ? CurvePrecision.OfImages(curve) : coco?[0] ?? CurvePrecision.Of(curve, _options.Method)),
            Ap50 = isImageLevel ? null : Known(coco?[1] ?? CurvePrecision.Of(label.Curve50!, _options.Method)),
            BestThreshold = best?.Value,
            Best = best is { } found ? EvaluationAverages.Of(found.Counts) : null,
            CrossValidated = crossed is { } all ? EvaluationAverages.Of(all) : null,
        };
    }

    private static double? Known(double figure) => double.IsNaN(figure) ? null : figure;

    private static int[] Units(IReadOnlyList<MeasuredImage> images, bool isGrouped)
    {
        if (!isGrouped) return Enumerable.Range(0, images.Count).ToArray();
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        return images.Select(image =>
        {
            var group = image.Answer.Group ?? "";
            if (!groups.TryGetValue(group, out var unit)) groups.Add(group, unit = groups.Count);
            return unit;
        }).ToArray();
    }
}
