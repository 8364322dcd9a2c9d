namespace CustomLabels.Models.Lifecycle;

/// <summary>What came of a start.</summary>
internal enum StartOutcome
{
    /// <summary>The service has accepted it.</summary>
    Started,

    /// <summary>The model was RUNNING or STARTING already.</summary>
    AlreadyOn,

    /// <summary>The model is being stopped: it can be started when it is STOPPED.</summary>
    Stopping,

    /// <summary>The answer got lost, and no start was seen for as long as one may stay out of sight. It counts as not started.</summary>
    Unconfirmed,
}
