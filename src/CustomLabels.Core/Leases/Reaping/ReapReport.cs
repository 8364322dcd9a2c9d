namespace CustomLabels.Leases.Reaping;

/// <summary>What a pass did about one lease.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Lease">The lease; null of a file that is none.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Model">The model that was stopped, as it is now; null of any other outcome.</param>
internal sealed record ReapReport(ReapOutcome Outcome, ModelLease? Lease, string Message, Model? Model = null)
{
    /// <summary>Whether people have to know: money runs, or ran until now.</summary>
    public bool IsWarning => Outcome is not (ReapOutcome.Off or ReapOutcome.HeldByOther or ReapOutcome.RestartedElsewhere or ReapOutcome.Unconfirmed);

    /// <summary>Whether it will be the same in every pass: said once.</summary>
    public bool IsLasting => Outcome is ReapOutcome.Overdue or ReapOutcome.Denied or ReapOutcome.PassedOver;
}
