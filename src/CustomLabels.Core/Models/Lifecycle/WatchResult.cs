namespace CustomLabels.Models.Lifecycle;

/// <summary>How the wait for a model has ended.</summary>
/// <param name="Watched">The model.</param>
/// <param name="Model">As it was read last; null when it is gone.</param>
/// <param name="Error">Why it is not what was waited for; null when it is.</param>
internal sealed record WatchResult(WatchedModel Watched, Model? Model, CustomLabelsError? Error);
