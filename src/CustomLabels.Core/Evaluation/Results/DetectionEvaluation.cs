using System;
using System.Collections.Generic;
using System.Globalization;
using CustomLabels.Evaluation.Evidence;

namespace CustomLabels;

/// <summary>How good a model is, on the pictures that it was measured on. What can't be told is null, and never 0.</summary>
public sealed record DetectionEvaluation
{
    /// <summary>What the pictures have in common; null for all of them.</summary>
    public string? Group { get; init; }

    /// <summary>How many pictures were measured: those with a truth and an answer.</summary>
    public int Images { get; init; }

    /// <summary>How many pictures the truth is of.</summary>
    public int TruthImages { get; init; }

    /// <summary>How many pictures were answered.</summary>
    public int AnsweredImages { get; init; }

    /// <summary>How many failed; they are left out.</summary>
    public int FailedImages { get; init; }

    /// <summary>Pictures with a truth and without an answer, failed ones too; they are left out.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = Array.Empty<string>();

    /// <summary>Pictures with an answer and without a truth; they are left out.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = Array.Empty<string>();

    /// <summary>The least overlap of boxes that match, 0 to 1.</summary>
    public double IoU { get; init; }

    /// <summary>How boxes were matched.</summary>
    public EvaluationMethod Method { get; init; }

    /// <summary>Mean over labels of the average precision: over overlaps of .5 to .95 (Coco), or at IoU (Voc, Voc11).</summary>
    public double? Ap { get; init; }

    /// <summary>The same at an overlap of .5.</summary>
    public double? Ap50 { get; init; }

    /// <summary>The same at an overlap of .75.</summary>
    public double? Ap75 { get; init; }

    /// <summary>Ap of objects up to 32 x 32 pixels (COCO only, as all that follow).</summary>
    public double? ApSmall { get; init; }

    /// <summary>Ap of objects of 32 x 32 to 96 x 96 pixels.</summary>
    public double? ApMedium { get; init; }

    /// <summary>Ap of objects of 96 x 96 pixels and more.</summary>
    public double? ApLarge { get; init; }

    /// <summary>Average recall with the surest box of each label and picture.</summary>
    public double? Ar1 { get; init; }

    /// <summary>Average recall with the ten surest boxes of each label and picture.</summary>
    public double? Ar10 { get; init; }

    /// <summary>Average recall with a hundred boxes of each label and picture.</summary>
    public double? Ar100 { get; init; }

    /// <summary>Ar100 of objects up to 32 x 32 pixels.</summary>
    public double? ArSmall { get; init; }

    /// <summary>Ar100 of objects of 32 x 32 to 96 x 96 pixels.</summary>
    public double? ArMedium { get; init; }

    /// <summary>Ar100 of objects of 96 x 96 pixels and more.</summary>
    public double? ArLarge { get; init; }

    /// <summary>The labels that the truth has.</summary>
    public IReadOnlyList<LabelEvaluation> Labels { get; init; } = Array.Empty<LabelEvaluation>();

    /// <summary>Labels that were found and that the truth doesn't have: all of them wrong, and part of no average.</summary>
    public IReadOnlyList<LabelEvaluation> LabelsWithoutTruth { get; init; } = Array.Empty<LabelEvaluation>();

    /// <summary>Means over labels, each as heavy as the other, as the service's own summary has them. A label of which a figure can't be told is left out of its mean.</summary>
    public EvaluationAverage MacroAverage { get; init; } = new(Precision: null, Recall: null, F1: null);

    /// <summary>Of all labels' counts together: frequent labels weigh more.</summary>
    public EvaluationAverage MicroAverage { get; init; } = new(Precision: null, Recall: null, F1: null);

    /// <summary>Mean over labels of what cross-validation found; null without it.</summary>
    public EvaluationAverage? CrossValidated { get; init; }

    /// <summary>Which label was taken for which: rows are what is there, columns what was found.</summary>
    public ConfusionMatrix? ConfusionMatrix { get; init; }

    /// <summary>The best threshold of each label, 0 to 100, by names that are told apart letter by letter: for -LabelConfidence of Invoke-RKCustomLabelDetection as it is.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The same of each group of pictures; empty without -GroupBy.</summary>
    public IReadOnlyList<DetectionEvaluation> Groups { get; init; } = Array.Empty<DetectionEvaluation>();

    /// <summary>Every choice that was made, in words.</summary>
    public IReadOnlyList<string> Choices { get; init; } = Array.Empty<string>();

    /// <summary>Why figures are not what they seem.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = Array.Empty<string>();

    /// <summary>What the figures were made of, for a comparison with another model's.</summary>
    internal EvaluationEvidence Evidence { get; init; } = EvaluationEvidence.None;

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} images, {1} labels, {2}", Images, Labels.Count, Ap50 is { } ap ? FormattableString.Invariant($"AP50 {ap:0.000}") : MacroAverage.ToString());
}
