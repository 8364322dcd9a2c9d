using System.Collections.Generic;
using CustomLabels.Evaluation.Figures;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>How to measure.</summary>
internal sealed record MeasureOptions
{
    /// <summary>The name that stands for every label that isn't named.</summary>
    public const string Others = "*";

    /// <summary>The least overlap of boxes that match, 0 to 1.</summary>
    public double IoU { get; init; } = 0.5;

    /// <summary>How boxes are matched.</summary>
    public EvaluationMethod Method { get; init; }

    /// <summary>The threshold of each label that counts are made at, 0 to 100; null for all that was answered.</summary>
    public IReadOnlyDictionary<string, double>? LabelConfidence { get; init; }

    /// <summary>What best thresholds are to reach.</summary>
    public ThresholdGoal Goal { get; init; } = ThresholdGoal.F1;

    /// <summary>How many parts cross-validation makes, 2 and up; null for none.</summary>
    public int? Folds { get; init; }

    /// <summary>Which of the ways to make parts.</summary>
    public int Seed { get; init; }

    /// <summary>Whether pictures of one group stay together, and groups are measured each by itself.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>The threshold of a label, 0 to 100.</summary>
    public double ThresholdOf(string label) => LabelConfidence is null ? 0
        : LabelConfidence.TryGetValue(label, out var own) || LabelConfidence.TryGetValue(Others, out own) ? own : 0;
}
