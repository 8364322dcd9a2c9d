using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Time;

namespace CustomLabels.Leases.Holding;

/// <summary>A scope that holds its model by a lease: of the scopes of this user on this machine the first one starts it, and the last one stops it.</summary>
/// <param name="leased">The model under its lease.</param>
/// <param name="newLease">Makes a lease; called anew for each start.</param>
/// <param name="reader">Reads the model.</param>
/// <param name="known">The model as it was found.</param>
/// <param name="request">How it is wanted.</param>
/// <param name="clock">The time.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class LeasedScope(LeasedModel leased, Func<ModelLease> newLease, ModelReader reader, Model known, ScopeRequest request, IClock clock, ICallLog log) : IModelScope
{
    /// <inheritdoc/>
    public Model Model { get; private set; } = known;

    /// <inheritdoc/>
    public bool IsOurs => leased.Lease is not null;

    /// <inheritdoc/>
    public async Task<Model> EnterAsync(CancellationToken cancellationToken)
    {
        var end = clock.Elapsed + request.StartTimeout;
        while (true)
        {
            var before = Model.Status;
            var (outcome, model, cause) = await leased.StartAsync(newLease(), Model, request.MaxInferenceUnits, cancellationToken).ConfigureAwait(false);
            Model = model;
            if (outcome == HoldOutcome.Unconfirmed) throw new CustomLabelsException(LifecycleErrors.StartUnconfirmed(model, cause));
            if (model.Status == ProjectVersionStatus.Running) return model;
            var wanted = outcome == HoldOutcome.Stopping ? ProjectVersionStatus.Stopped : ProjectVersionStatus.Running;
            var (_, seen, error) = await WaitAsync(new WaitGoal([wanted], Left(end), outcome == HoldOutcome.Started ? before : null), cancellationToken).ConfigureAwait(false);
            Model = seen ?? Model;
            if (error is null && wanted == ProjectVersionStatus.Running)
            {
                leased.Confirm();
                return Model;
            }

            if (error?.Id == ErrorId.WaitTimeout || Left(end) == TimeSpan.Zero) throw new CustomLabelsException(ScopeErrors.StartTimeout(Model, request.StartTimeout));

            // What somebody else started may have been stopped by now, and what was STOPPING can be started.
            if (error is not null && (IsOurs || error.Id != ErrorId.WaitFailed)) throw new CustomLabelsException(error);
        }
    }

    /// <inheritdoc/>
    public Task<bool> LeaveAsync(CancellationToken cancellationToken) => leased.ReleaseAsync(cancellationToken);

    private TimeSpan Left(TimeSpan end) => end > clock.Elapsed ? end - clock.Elapsed : TimeSpan.Zero;

    private async Task<WatchResult> WaitAsync(WaitGoal goal, CancellationToken cancellationToken)
    {
        var watch = new ModelWatch(clock, log);
        watch.Add(reader, Model.Arn, goal);
        return (await watch.NextAsync(cancellationToken).ConfigureAwait(false)).Single();
    }
}
