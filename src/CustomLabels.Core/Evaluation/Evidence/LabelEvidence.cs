using System;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Evaluation.Evidence;

/// <summary>What is known of one label on all pictures.</summary>
/// <param name="Name">The label.</param>
/// <param name="Curve">What became of each time that it was found.</param>
/// <param name="Threshold">What counts are made at, 0 to 100.</param>
internal sealed record LabelEvidence(string Name, LabelCurve Curve, double Threshold)
{
    /// <summary>The same at an overlap of .5; null for a label of whole pictures.</summary>
    public LabelCurve? Curve50 { get; init; }

    /// <summary>Its boxes; null for a label of whole pictures.</summary>
    public LabelBoxes? Boxes { get; init; }

    /// <summary>What each found box is.</summary>
    public Match[] Matches { get; init; } = Array.Empty<Match>();
}
