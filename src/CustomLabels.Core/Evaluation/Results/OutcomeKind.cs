namespace CustomLabels;

/// <summary>What came of a label on a picture.</summary>
public enum OutcomeKind
{
    /// <summary>It was found where it is.</summary>
    TruePositive,

    /// <summary>It was found where it isn't.</summary>
    FalsePositive,

    /// <summary>It is there and wasn't found.</summary>
    FalseNegative,
}
