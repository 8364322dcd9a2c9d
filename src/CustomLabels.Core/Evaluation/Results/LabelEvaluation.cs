using System.Globalization;

namespace CustomLabels;

/// <summary>How good a model is at one label. What can't be told is null, and never 0.</summary>
public sealed record LabelEvaluation
{
    /// <summary>The label's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is measured by whole pictures, and not by boxes: whether it is on the picture.</summary>
    public bool IsImageLevel { get; init; }

    /// <summary>How often it is there by the truth: boxes, or pictures.</summary>
    public int Truth { get; init; }

    /// <summary>On how many pictures it is by the truth.</summary>
    public int Images { get; init; }

    /// <summary>The threshold that counts were made at, 0 to 100: what is at least so sure counts. 0 takes everything that was answered.</summary>
    public double Threshold { get; init; }

    /// <summary>How often it was found where it is.</summary>
    public int TruePositives { get; init; }

    /// <summary>How often it was found where it isn't.</summary>
    public int FalsePositives { get; init; }

    /// <summary>How often it is there and wasn't found.</summary>
    public int FalseNegatives { get; init; }

    /// <summary>How much of what was found is there, 0 to 1; null where nothing was found.</summary>
    public double? Precision { get; init; }

    /// <summary>How much of what is there was found, 0 to 1; null where it is nowhere.</summary>
    public double? Recall { get; init; }

    /// <summary>The harmonic mean of both, 0 to 1.</summary>
    public double? F1 { get; init; }

    /// <summary>95 % interval of the precision; null where fewer than two pictures tell of it.</summary>
    public ConfidenceInterval? PrecisionInterval { get; init; }

    /// <summary>95 % interval of the recall; null where fewer than two pictures tell of it.</summary>
    public ConfidenceInterval? RecallInterval { get; init; }

    /// <summary>95 % interval of F1; null where fewer than two pictures tell of it.</summary>
    public ConfidenceInterval? F1Interval { get; init; }

    /// <summary>Average precision at an overlap of .5, 0 to 1; null for a label of whole pictures and without truth.</summary>
    public double? Ap50 { get; init; }

    /// <summary>Average precision by the method, 0 to 1; of whole pictures as scikit-learn has it; null without truth.</summary>
    public double? Ap { get; init; }

    /// <summary>The threshold that reaches the goal best on these pictures, 0 to 100: keep what is at least so sure. Null where none does.</summary>
    public double? BestThreshold { get; init; }

    /// <summary>What comes of it on these same pictures, which is better than it will be on others: it has no interval. CrossValidated says what to expect.</summary>
    public EvaluationAverage? Best { get; init; }

    /// <summary>What thresholds chosen in this way come to on pictures that they weren't chosen on; null without -CrossValidate, and where fewer pictures (or groups of them) have the label than there are parts.</summary>
    public EvaluationAverage? CrossValidated { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} found, {2} wrong, {3} missed", Name, TruePositives, FalsePositives, FalseNegatives);
}
