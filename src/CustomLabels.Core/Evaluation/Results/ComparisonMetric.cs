namespace CustomLabels;

/// <summary>What two models are compared by: means over labels.</summary>
public enum ComparisonMetric
{
    /// <summary>Average precision of boxes at an overlap of .5: of no threshold.</summary>
    Ap50,

    /// <summary>F1 at the evaluations' own thresholds.</summary>
    F1,

    /// <summary>Precision at the evaluations' own thresholds.</summary>
    Precision,

    /// <summary>Recall at the evaluations' own thresholds.</summary>
    Recall,
}
