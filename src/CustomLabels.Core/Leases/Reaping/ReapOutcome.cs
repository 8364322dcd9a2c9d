namespace CustomLabels.Leases.Reaping;

/// <summary>What became of a lease that was due.</summary>
internal enum ReapOutcome
{
    /// <summary>Its model was stopped.</summary>
    Stopped,

    /// <summary>Its model was off, or gone, already.</summary>
    Off,

    /// <summary>Another lease holds the model; this one is done.</summary>
    HeldByOther,

    /// <summary>Somebody stopped the model and started it again: not ours any more.</summary>
    RestartedElsewhere,

    /// <summary>The model is off, and its start may still come true.</summary>
    Unconfirmed,

    /// <summary>The service doesn't stop a model that is starting; the next pass tries again.</summary>
    StillStarting,

    /// <summary>It has been due for a day, and was only reported.</summary>
    Overdue,

    /// <summary>It would be stopped, were this not a rehearsal.</summary>
    WouldStop,

    /// <summary>These credentials may not, or see no such model.</summary>
    Denied,

    /// <summary>It can't be told whether the model runs, or it can't be stopped.</summary>
    Failed,

    /// <summary>A file that is no lease was passed over.</summary>
    PassedOver,
}
