using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Leases.Power;
using CustomLabels.Time;

namespace CustomLabels.Leases.Reaping;

/// <summary>Stops what leases have left behind: models of which the process is gone, or the time is over. Nothing else, ever.</summary>
/// <param name="store">The leases.</param>
/// <param name="judge">Says which are due, and of which connection.</param>
/// <param name="rules">What may be done.</param>
/// <param name="connect">The way to a lease's model: called once a lease that is due, and may throw <see cref="CustomLabelsException"/>.</param>
/// <param name="clock">The time.</param>
internal sealed class Reaper(LeaseStore store, LeaseJudge judge, ReapRules rules, Func<ModelLease, IModelPower> connect, IClock clock)
{
    /// <summary>Looks at all leases once.</summary>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>What was done about each that was due. Failures are among them; nothing is thrown but for the token.</returns>
    public async Task<IReadOnlyList<ReapReport>> PassAsync(CancellationToken cancellationToken)
    {
        var reports = new List<ReapReport>();
        LeaseListing listing;
        try
        {
            listing = store.List();
        }
        catch (CustomLabelsException exception)
        {
            return [new ReapReport(ReapOutcome.PassedOver, Lease: null, exception.Message)];
        }

        foreach (var warning in listing.Warnings) reports.Add(new ReapReport(ReapOutcome.PassedOver, Lease: null, warning));
        foreach (var lease in listing.Leases)
        {
            if (!judge.IsDue(lease, clock.UtcNow) || rules.Includes?.Invoke(lease) == false) continue;
            if (await ReapAsync(lease, cancellationToken).ConfigureAwait(false) is { } report) reports.Add(report);
        }

        return reports;
    }

    private async Task<ReapReport?> ReapAsync(ModelLease found, CancellationToken cancellationToken)
    {
        if (rules.ReportsOnly) return new ReapReport(ReapOutcome.WouldStop, found, ReapMessages.WouldStop(found));
        try
        {
            using var held = await store.LockAsync(found.Place, cancellationToken).ConfigureAwait(false);
            // As it is now: whoever had the lock may have moved it, removed it, or stopped the model.
            if (store.Read(found.Id) is not { } lease || !judge.IsDue(lease, clock.UtcNow)) return null;
            foreach (var other in store.OthersOf(lease))
            {
                if (judge.Judge(other, clock.UtcNow) == LeaseVerdict.Held) return Removed(ReapOutcome.HeldByOther, lease, ReapMessages.HeldByOther(lease, other));
            }

            return await TrySettleAsync(lease, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException exception)
        {
            return new ReapReport(ReapOutcome.Failed, found, ReapMessages.Failed(found, exception.Error.Message));
        }
    }

    private async Task<ReapReport> TrySettleAsync(ModelLease lease, CancellationToken cancellationToken)
    {
        try
        {
            return await SettleAsync(lease, connect(lease), cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException exception)
        {
            return Failed(lease, exception.Error);
        }
    }

    private async Task<ReapReport> SettleAsync(ModelLease lease, IModelPower power, CancellationToken cancellationToken)
    {
        if (lease.State == LeaseState.Prepared)
        {
            // Whether the model is on or off: it isn't because of this lease.
            var report = Removed(ReapOutcome.Off, lease, ReapMessages.NeverAsked(lease));
            await LeaseTag.RemoveOwnAsync(lease, power, cancellationToken).ConfigureAwait(false);
            return report;
        }

        if (await power.FindAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false) is not { } model)
        {
            // Credentials of another account see nothing either: only where the account is known the model is known to be gone.
            return await power.AccountAsync(cancellationToken).ConfigureAwait(false) == lease.Account
                ? Removed(ReapOutcome.Off, lease, ReapMessages.Off(lease, status: null))
                : new ReapReport(ReapOutcome.Denied, lease, ReapMessages.Unseen(lease));
        }

        if (!IsOn(model))
        {
            if (model.Status != ProjectVersionStatus.Stopping && !LeaseJudge.IsSettled(lease, clock.UtcNow)) return await StopUnseenAsync(lease, model, power, cancellationToken).ConfigureAwait(false);
            return await DoneAsync(ReapOutcome.Off, lease, ReapMessages.Off(lease, model.Status), power, cancellationToken).ConfigureAwait(false);
        }

        if (!await LeaseTag.IsOfAsync(lease, power, cancellationToken).ConfigureAwait(false)) return Removed(ReapOutcome.RestartedElsewhere, lease, ReapMessages.Restarted(lease));
        if (!rules.StopsOverdue && judge.Judge(lease, clock.UtcNow) == LeaseVerdict.Overdue) return new ReapReport(ReapOutcome.Overdue, lease, ReapMessages.Overdue(lease));
        return await StopAsync(lease, model, power, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for the stop of a model that looks off: its start may have been accepted, and be on without being seen yet.</summary>
    private async Task<ReapReport> StopUnseenAsync(ModelLease lease, Model model, IModelPower power, CancellationToken cancellationToken)
    {
        var unconfirmed = new ReapReport(ReapOutcome.Unconfirmed, lease, ReapMessages.Unconfirmed(lease));
        if (!await LeaseTag.IsOfAsync(lease, power, cancellationToken).ConfigureAwait(false)) return unconfirmed;
        try
        {
            model = model with { Status = await power.StopAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false) ?? ProjectVersionStatus.Stopping };
        }
        catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceInUseException || exception.Error.Id == ErrorId.AnswerLost)
        {
            return unconfirmed;
        }

        return await DoneAsync(ReapOutcome.Stopped, lease, ReapMessages.Stopped(lease), power, cancellationToken).ConfigureAwait(false) with { Model = model };
    }

    private async Task<ReapReport> StopAsync(ModelLease lease, Model model, IModelPower power, CancellationToken cancellationToken)
    {
        try
        {
            model = model with { Status = await power.StopAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false) ?? ProjectVersionStatus.Stopping };
        }
        catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceInUseException || exception.Error.Id == ErrorId.AnswerLost)
        {
            // Stopped by somebody else, or by this very request: the status decides.
            var seen = await power.FindAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false);
            if (seen?.Status == ProjectVersionStatus.Starting) return new ReapReport(ReapOutcome.StillStarting, lease, ReapMessages.StillStarting(lease));
            if (seen is null || IsOn(seen)) return Failed(lease, exception.Error);
            model = seen;
        }

        return await DoneAsync(ReapOutcome.Stopped, lease, ReapMessages.Stopped(lease), power, cancellationToken).ConfigureAwait(false) with { Model = model };
    }

    private async Task<ReapReport> DoneAsync(ReapOutcome outcome, ModelLease lease, string message, IModelPower power, CancellationToken cancellationToken)
    {
        var report = Removed(outcome, lease, message);
        await LeaseTag.RemoveAsync(lease, power, cancellationToken).ConfigureAwait(false);
        return report;
    }

    private ReapReport Removed(ReapOutcome outcome, ModelLease lease, string message)
    {
        store.Remove(lease);
        return new ReapReport(outcome, lease, message);
    }

    /// <summary>Says why in the lease too: whoever looks at it later learns that money may run.</summary>
    private ReapReport Failed(ModelLease lease, CustomLabelsError error)
    {
        var isDenied = error.Id == ErrorId.AccessDenied || error.Code == ErrorCodes.ResourceNotFoundException;
        var message = isDenied ? ReapMessages.Denied(lease, error.Message) : ReapMessages.Failed(lease, error.Message);
        try
        {
            if (lease.LastError != message) store.Write(lease with { LastError = message });
        }
        catch (CustomLabelsException)
        {
            // It is said to the caller in any case.
        }

        return new ReapReport(isDenied ? ReapOutcome.Denied : ReapOutcome.Failed, lease, message);
    }

    private static bool IsOn(Model model) => model.Status is ProjectVersionStatus.Starting or ProjectVersionStatus.Running;
}
