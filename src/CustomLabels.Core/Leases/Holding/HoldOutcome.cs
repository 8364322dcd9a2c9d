namespace CustomLabels.Leases.Holding;

/// <summary>What came of a start under a lease.</summary>
internal enum HoldOutcome
{
    /// <summary>The service has accepted the start; the lease holds the model.</summary>
    Started,

    /// <summary>Another lease of ours has started the model; this lease holds it too.</summary>
    Joined,

    /// <summary>Somebody else has the model on: nothing was started, and there is no lease.</summary>
    NotOurs,

    /// <summary>The model is being stopped, and can be started when it is STOPPED; there is no lease.</summary>
    Stopping,

    /// <summary>The answer got lost, and no start was seen for as long as one may stay out of sight. The lease stays, for the case that it comes true.</summary>
    Unconfirmed,
}
