namespace CustomLabels;

/// <summary>One label on one picture: found, found wrongly, or missed.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Name">The label.</param>
/// <param name="Confidence">How sure the model was, 0 to 100; null for one that was missed.</param>
/// <param name="BoundingBox">The box that was found, or was missed; null for a label of the whole picture.</param>
/// <param name="Overlap">The overlap with the truth, 0 to 1; null where there is none.</param>
public sealed record DetectionOutcome(OutcomeKind Kind, string Name, double? Confidence, BoundingBox? BoundingBox, double? Overlap)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}";
}
