namespace CustomLabels;

/// <summary>Whether an image is within a limit.</summary>
public enum LimitState
{
    /// <summary>Within.</summary>
    Yes,

    /// <summary>Outside.</summary>
    No,

    /// <summary>Can't be told: the image doesn't say, or the limit isn't documented exactly.</summary>
    Unknown,
}
