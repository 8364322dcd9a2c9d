namespace CustomLabels.Models.Lifecycle;

/// <summary>What came of a stop.</summary>
internal enum StopOutcome
{
    /// <summary>The service has accepted it, or the model was STOPPING already.</summary>
    Stopping,

    /// <summary>The model doesn't run.</summary>
    AlreadyOff,

    /// <summary>The model is STARTING, and the service lets it be stopped only when it is RUNNING.</summary>
    RefusedWhileStarting,

    /// <summary>The answer got lost, or the service refuses what its own status allows, and the model was not seen to stop. It counts as running.</summary>
    Unconfirmed,

    /// <summary>There is no such model.</summary>
    Gone,
}
