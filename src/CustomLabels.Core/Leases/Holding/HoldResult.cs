namespace CustomLabels.Leases.Holding;

/// <summary>What came of a start under a lease, and the model after it.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Model">The model as it is known to be.</param>
/// <param name="Cause">Why it is unconfirmed; null otherwise.</param>
internal sealed record HoldResult(HoldOutcome Outcome, Model Model, CustomLabelsError? Cause = null);
