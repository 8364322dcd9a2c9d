namespace CustomLabels.Models.Lifecycle;

/// <summary>What came of a stop, and the model after it.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Model">The model after it; null when it is gone or could not be read.</param>
/// <param name="Cause">Why it was refused, or is unconfirmed; null otherwise.</param>
internal sealed record StopResult(StopOutcome Outcome, Model? Model, CustomLabelsError? Cause = null);
