using System;
using System.Collections.Generic;
using CustomLabels.Evaluation.Joining;

namespace CustomLabels.Evaluation.Evidence;

/// <summary>What figures were made of.</summary>
/// <param name="Images">The pictures.</param>
/// <param name="Labels">The labels.</param>
internal sealed record EvaluationEvidence(IReadOnlyList<MeasuredImage> Images, IReadOnlyList<LabelEvidence> Labels)
{
    /// <summary>Nothing was measured.</summary>
    public static readonly EvaluationEvidence None = new(Array.Empty<MeasuredImage>(), Array.Empty<LabelEvidence>());
}
