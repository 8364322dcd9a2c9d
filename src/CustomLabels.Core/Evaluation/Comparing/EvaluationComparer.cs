using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Joining;
using CustomLabels.Images;

namespace CustomLabels.Evaluation.Comparing;

/// <summary>Compares two models by the pictures that both were measured on.</summary>
internal static class EvaluationComparer
{
    /// <summary>Compares.</summary>
    /// <param name="reference">The first.</param>
    /// <param name="difference">The second.</param>
    /// <param name="metric">By what; null for Ap50 where there are boxes, else F1.</param>
    /// <param name="resamples">How often images are drawn anew, 100 and up.</param>
    /// <param name="seed">Which draws.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.NothingToMeasure"/>: they have no picture in common, or nothing to compare by; <see cref="ErrorId.RequestInvalid"/>: they were not measured in one way.</exception>
    public static EvaluationComparison Compare(DetectionEvaluation reference, DetectionEvaluation difference, ComparisonMetric? metric, int resamples, int seed)
    {
        if (reference.IoU != difference.IoU || reference.Method != difference.Method) throw new CustomLabelsException(ComparisonErrors.NotAlike());
        var by = metric ?? (reference.Ap50 is null && difference.Ap50 is null ? ComparisonMetric.F1 : ComparisonMetric.Ap50);
        var common = Places(reference, difference, out var ofFirst, out var ofSecond);
        if (common == 0) throw new CustomLabelsException(ComparisonErrors.NothingInCommon());
        var first = new ModelFigure(reference.Evidence, by, ofFirst);
        var second = new ModelFigure(difference.Evidence, by, ofSecond);
        var once = Enumerable.Repeat(1, common).ToArray();
        var (before, after) = (first.Of(once), second.Of(once));
        if (double.IsNaN(before) || double.IsNaN(after)) throw new CustomLabelsException(ComparisonErrors.NoFigure(by));
        var (low, high) = PairedBootstrap.Interval(first.Of, second.Of, common, resamples, seed);
        return new EvaluationComparison
        {
            Metric = by,
            Verdict = low > 0 ? ComparisonVerdict.Better : high < 0 ? ComparisonVerdict.Worse : ComparisonVerdict.CannotTell,
            Reference = before,
            Difference = after,
            Change = after - before,
            Interval = new ConfidenceInterval(low, high),
            Images = common,
            LeftOut = ofFirst.Count(place => place < 0) + ofSecond.Count(place => place < 0),
        };
    }

    private static int Places(DetectionEvaluation reference, DetectionEvaluation difference, out int[] ofFirst, out int[] ofSecond)
    {
        var seconds = new Dictionary<string, int>(StringComparer.Ordinal);
        var images = difference.Evidence.Images;
        for (var i = 0; i < images.Count; i++) seconds[IdOf(images[i])] = i;
        ofFirst = new int[reference.Evidence.Images.Count];
        ofSecond = Enumerable.Repeat(-1, images.Count).ToArray();
        var count = 0;
        for (var i = 0; i < ofFirst.Length; i++) ofFirst[i] = seconds.TryGetValue(IdOf(reference.Evidence.Images[i]), out var other) ? ofSecond[other] = count++ : -1;
        return count;
    }

    // Both were measured by one truth, which knows its pictures by the same names.
    private static string IdOf(MeasuredImage image) => ImageLocation.Of(image.Truth.LiteralPath, image.Truth.Bucket, image.Truth.Key) ?? image.Truth.Image;
}
