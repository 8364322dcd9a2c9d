namespace CustomLabels.Models.Lifecycle;

/// <summary>What came of a start, and the model after it.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Model">The model as it is known to be: where the service has accepted a start and doesn't show it yet, with the status that it answered.</param>
/// <param name="Cause">Why it is unconfirmed; null otherwise.</param>
internal sealed record StartResult(StartOutcome Outcome, Model Model, CustomLabelsError? Cause = null)
{
    /// <summary>False where the service has accepted a start, and doesn't show it yet: until it does, a look at the status says nothing.</summary>
    public bool IsSeen { get; init; } = true;
}
