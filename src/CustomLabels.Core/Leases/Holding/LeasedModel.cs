using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Leases.Power;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Time;

namespace CustomLabels.Leases.Holding;

/// <summary>A model that is started under a lease of this process, and stopped when no lease holds it any more. Each step is taken under the model's lock, so that of many
/// processes one starts it and the last one stops it.</summary>
/// <param name="store">The leases.</param>
/// <param name="judge">Says which of them hold.</param>
/// <param name="starter">Starts the model.</param>
/// <param name="stopper">Stops it.</param>
/// <param name="power">Reads and tags it.</param>
/// <param name="clock">The time.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class LeasedModel(LeaseStore store, LeaseJudge judge, ModelStarter starter, ModelStopper stopper, IModelPower power, IClock clock, ICallLog log)
{
    /// <summary>The lease that holds the model, or will once the start is confirmed; null without one.</summary>
    public ModelLease? Lease { get; private set; }

    /// <summary>Starts the model under a lease, or has the lease hold what another lease of ours has started. Doesn't wait for RUNNING.</summary>
    /// <param name="wanted">The lease, not written yet.</param>
    /// <param name="known">The model.</param>
    /// <param name="maxInferenceUnits">Most inference units; null for no scaling. The least are the lease's.</param>
    /// <param name="cancellationToken">Abandons it; the model may be started all the same, and then <see cref="Lease"/> is not null.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>, and what <see cref="ModelStarter.StartAsync"/> throws: nothing was started, and there is no lease.</exception>
    public async Task<HoldResult> StartAsync(ModelLease wanted, Model known, int? maxInferenceUnits, CancellationToken cancellationToken)
    {
        using var held = await store.LockAsync(wanted.Place, cancellationToken).ConfigureAwait(false);
        var model = await power.FindAsync(known.Arn, cancellationToken).ConfigureAwait(false) ?? throw new CustomLabelsException(LifecycleErrors.Gone(known));
        var others = store.OthersOf(wanted);
        if (StatusKind.IsOn(model.Status)) return await JoinAsync(wanted, others, model, cancellationToken).ConfigureAwait(false);
        if (model.Status == ProjectVersionStatus.Stopping) return new HoldResult(HoldOutcome.Stopping, model);
        if (StatusKind.RulesOutStart(model.Status)) throw new CustomLabelsException(LifecycleErrors.NotStartable(model));

        // Where another start of ours isn't seen yet, its tag has to stay: its process, too, knows the model by it.
        var lease = wanted with { Tag = others.LastOrDefault(other => other.Tag is not null)?.Tag ?? wanted.Tag };
        Keep(lease);
        try
        {
            lease = await LeaseTag.SetAsync(lease, power, cancellationToken).ConfigureAwait(false);
            var started = await starter.StartAsync(model, lease.MinInferenceUnits, maxInferenceUnits, () => Keep(lease = lease.Asked(clock.UtcNow)), cancellationToken).ConfigureAwait(false);
            var (outcome, after, cause) = started;
            switch (outcome)
            {
                case StartOutcome.Unconfirmed:
                    return new HoldResult(HoldOutcome.Unconfirmed, after, cause);
                case StartOutcome.Started:
                    // Whoever finds the lease while the start can't be seen yet must not take the model for off.
                    if (started.IsSeen) Confirm(lease);
                    return new HoldResult(HoldOutcome.Started, after);
                case StartOutcome.Stopping:
                    Drop(lease);
                    return new HoldResult(HoldOutcome.Stopping, after);
                default:
                    if (others.Count > 0) Confirm(lease);
                    else Drop(lease);
                    return new HoldResult(others.Count > 0 ? HoldOutcome.Joined : HoldOutcome.NotOurs, after);
            }
        }
        catch (CustomLabelsException)
        {
            Drop(lease);
            throw;
        }
    }

    /// <summary>The model was seen to be on.</summary>
    public void Confirm()
    {
        if (Lease is { UnconfirmedSince: not null } lease) Confirm(lease);
    }

    /// <summary>Removes the leases that ask for a stop that has been made by name. Those of blocks that run stay: their processes end them.</summary>
    /// <param name="place">The model, which is being stopped or is off.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    public async Task ForgetAsync(LeasePlace place, CancellationToken cancellationToken)
    {
        using var held = await store.LockAsync(place, cancellationToken).ConfigureAwait(false);
        foreach (var lease in store.List().Leases.Where(lease => lease.Place == place && (lease.Kind == LeaseKind.Timed || lease.State == LeaseState.Due)))
        {
            Drop(lease);
            await LeaseTag.RemoveAsync(lease, power, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the lease up, and stops the model unless another lease holds it. To be called once, when <see cref="StartAsync"/> has ended.</summary>
    /// <param name="cancellationToken">The end of the time there is for it.</param>
    /// <returns>Whether the model is stopped; it isn't where another lease holds it, somebody has removed the lease, or has stopped and started the model in between.</returns>
    /// <exception cref="CustomLabelsException">It could not be stopped; the lease is due, for whoever comes next.</exception>
    /// <exception cref="OperationCanceledException">The time was over; the lease is due, for whoever comes next.</exception>
    public async Task<bool> ReleaseAsync(CancellationToken cancellationToken)
    {
        if (Lease is not { } lease) return false;
        try
        {
            using var held = await store.TryLockAsync(lease.Place, cancellationToken).ConfigureAwait(false);
            if (lease.State == LeaseState.Prepared)
            {
                Drop(lease);
                await LeaseTag.RemoveOwnAsync(lease, power, cancellationToken).ConfigureAwait(false);
                return false;
            }

            var isStopped = !await IsNeededAsync(lease, cancellationToken).ConfigureAwait(false);
            if (isStopped) await StopAsync(lease, cancellationToken).ConfigureAwait(false);
            Drop(lease);
            if (isStopped) await LeaseTag.RemoveAsync(lease, power, cancellationToken).ConfigureAwait(false);
            return isStopped;
        }
        catch (Exception exception) when (exception is CustomLabelsException or OperationCanceledException && Lease is not null)
        {
            Pass(lease, exception);
            throw;
        }
        catch (OperationCanceledException)
        {
            // The time was over when only the tag was left to be taken away.
            return true;
        }
    }

    private async Task<HoldResult> JoinAsync(ModelLease wanted, IReadOnlyList<ModelLease> others, Model model, CancellationToken cancellationToken)
    {
        foreach (var other in others)
        {
            if (!await LeaseTag.IsOfAsync(other, power, cancellationToken).ConfigureAwait(false)) continue;
            // A lease until a time is moved, and not doubled: the model has one such time.
            var moved = wanted.Kind == LeaseKind.Timed ? others.FirstOrDefault(one => one.Kind == LeaseKind.Timed && one.Tag == other.Tag) : null;
            Confirm(moved is null ? wanted with { Tag = other.Tag } : moved with { StopAt = wanted.StopAt, State = LeaseState.Starting });
            return new HoldResult(HoldOutcome.Joined, model);
        }

        return new HoldResult(HoldOutcome.NotOurs, model);
    }

    private async Task<bool> IsNeededAsync(ModelLease lease, CancellationToken cancellationToken)
    {
        try
        {
            if (store.IsRemoved(lease) || (!store.IsGone && store.OthersOf(lease).Any(other => judge.Judge(other, clock.UtcNow) == LeaseVerdict.Held))) return true;
            return !await LeaseTag.IsOfAsync(lease, power, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException exception)
        {
            // The stop is what matters; it has its own attempts.
            log.Verbose($"'{lease.Name}': {exception.Message}");
            return false;
        }
    }

    private async Task StopAsync(ModelLease lease, CancellationToken cancellationToken)
    {
        var began = clock.Elapsed;
        CustomLabelsException? last = null;
        try
        {
            while (true)
            {
                last = await TryStopAsync(lease, cancellationToken).ConfigureAwait(false);
                if (last is null) return;
                await clock.DelayAsync(Polling.Interval(clock.Elapsed - began, Polling.Waiting), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (last is not null)
        {
            // The time is over, and this is why the stop isn't made.
            throw last;
        }
    }

    /// <summary>Asks for the stop once. Null when the model is being stopped or off for sure; else why it may have to be asked again.</summary>
    private async Task<CustomLabelsException?> TryStopAsync(ModelLease lease, CancellationToken cancellationToken)
    {
        try
        {
            var (outcome, model, cause) = await stopper.StopAsync(lease.Place.Arn, cancellationToken).ConfigureAwait(false);
            return outcome switch
            {
                StopOutcome.Stopping or StopOutcome.Gone => null,
                // A start that nothing has confirmed may still come true after it was found off.
                StopOutcome.AlreadyOff => lease.UnconfirmedSince is null ? null : new CustomLabelsException(ScopeErrors.MayComeUp(model!)),
                StopOutcome.RefusedWhileStarting => new CustomLabelsException(LifecycleErrors.RefusedWhileStarting(model!)),
                _ => new CustomLabelsException(cause!),
            };
        }
        catch (CustomLabelsException exception) when (Polling.Passes(exception))
        {
            return exception;
        }
    }

    private void Keep(ModelLease lease)
    {
        store.Write(lease);
        Lease = lease;
    }

    /// <summary>Writes that the start is confirmed. The lease on the disk holds as it is, too.</summary>
    private void Confirm(ModelLease lease)
    {
        if (Lease is null)
        {
            Keep(lease.Confirmed());
            return;
        }

        Lease = lease.Confirmed();
        Try(() => store.Write(Lease));
    }

    private void Drop(ModelLease lease)
    {
        Lease = null;
        Try(() => store.Remove(lease));
    }

    /// <summary>Leaves the model to whoever comes next. A lease that was only prepared says already that there is nothing to stop.</summary>
    private void Pass(ModelLease lease, Exception why)
    {
        if (lease.State != LeaseState.Prepared) Try(() => store.Write(lease.Released(clock.UtcNow, why is OperationCanceledException ? "the service did not accept the stop in time." : why.Message)));
    }

    // What fails here changes nothing about the model, and a lease that stays is looked at by the next command.
    private void Try(Action change)
    {
        try
        {
            change();
        }
        catch (CustomLabelsException exception)
        {
            log.Verbose(exception.Message);
        }
    }
}
