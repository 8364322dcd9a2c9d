namespace CustomLabels;

/// <summary>How often a label was taken for another.</summary>
/// <param name="Truth">What is there; null for nothing: a false positive.</param>
/// <param name="Found">What was found; null for nothing: it was missed.</param>
/// <param name="Count">How often.</param>
public sealed record ConfusionCell(string? Truth, string? Found, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Truth ?? "(nothing)"} found as {Found ?? "(nothing)"}: {Count}";
}
