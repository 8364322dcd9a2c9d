namespace CustomLabels;

/// <summary>What a comparison of two models comes to.</summary>
public enum ComparisonVerdict
{
    /// <summary>The pictures don't tell which is better.</summary>
    CannotTell,

    /// <summary>The second is better.</summary>
    Better,

    /// <summary>The second is worse.</summary>
    Worse,
}
