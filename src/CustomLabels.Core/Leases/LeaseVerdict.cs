namespace CustomLabels.Leases;

/// <summary>What is to be done about a lease.</summary>
internal enum LeaseVerdict
{
    /// <summary>Nothing: it is of another endpoint, account or region.</summary>
    NotOurs,

    /// <summary>Nothing: it holds its model.</summary>
    Held,

    /// <summary>Its model is to be stopped.</summary>
    Due,

    /// <summary>It has been due for so long that somebody may rely on the model by now: stopped only where that was asked for.</summary>
    Overdue,
}
