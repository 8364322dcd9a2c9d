using System;
using System.Management.Automation;
using CustomLabels.Api.Generated;
using CustomLabels.Leases;
using CustomLabels.Leases.Holding;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <content>What is done with one model.</content>
public sealed partial class StartRKModelCommand
{
    private LeaseStore? _leases;

    private string Cost => Prices.Hour(MinInferenceUnits, MaxInferenceUnits, PricePerUnitHour);

    private decimal Price => Prices.OfUnitHour(PricePerUnitHour);

    private void Start(AccountRegion region, Model model)
    {
        if (StatusKind.IsOn(model.Status) && StopAfter is null)
        {
            KeepOn(region, model, Timeout);
            return;
        }

        if (StatusKind.RulesOutStart(model.Status)) throw new CustomLabelsException(LifecycleErrors.NotStartable(model));
        if (model.Status == ProjectVersionStatus.Stopping && !Wait) throw new CustomLabelsException(LifecycleErrors.StillStopping(model));
        if (!MayChange(model.Name, StatusKind.IsOn(model.Status) ? $"Stop the model after {StopAfter:c}" : $"Start the model: it costs {Cost} until it is stopped")) return;
        if (StopAfter is null) WriteWarning($"'{model.Name}' costs {Cost} from when it runs, used or not, until it is stopped: Stop-RKModel {model.ProjectVersionArn}");
        Launch(region, model, Timeout);
    }

    private void Launch(AccountRegion region, Model model, TimeSpan? timeout)
    {
        var (outcome, after, cause) = StopAfter is { } time ? StartUntil(region, model, time) : region.Start(model, MinInferenceUnits, MaxInferenceUnits, Price);
        switch (outcome)
        {
            case StartOutcome.Unconfirmed: throw new CustomLabelsException(LifecycleErrors.StartUnconfirmed(after, cause));
            case StartOutcome.Stopping when !Wait: throw new CustomLabelsException(LifecycleErrors.StillStopping(after));
            case StartOutcome.Stopping: _waiter!.Add(region, after, new WaitGoal([ProjectVersionStatus.Stopped], timeout)); break;
            case StartOutcome.AlreadyOn: KeepOn(region, after, timeout); break;
            default: Finish(region, after, timeout, before: model.Status); break;
        }
    }

    private void KeepOn(AccountRegion region, Model model, TimeSpan? timeout)
    {
        this.WriteVerboseLine($"'{model.Name}' is {model.Status} already.");
        var isOther = (Given.Has(nameof(MinInferenceUnits)) && model.MinInferenceUnits != MinInferenceUnits) || (MaxInferenceUnits is { } most && model.MaxInferenceUnits != most);
        if (isOther) WriteWarning($"'{model.Name}' is on with other inference units than asked: {model.Summary()}. To change them, stop it and start it again.");
        Finish(region, model, timeout, before: null);
    }

    private void Finish(AccountRegion region, Model model, TimeSpan? timeout, string? before)
    {
        if (Wait && model.Status != ProjectVersionStatus.Running) _waiter!.Add(region, model, new WaitGoal([ProjectVersionStatus.Running], timeout, before));
        else Write(model);
    }

    private void Write(Model model) => WriteObject(model.Priced(Price));

    /// <summary>Starts it under a lease, or moves the time of the lease that it was started under.</summary>
    private StartResult StartUntil(AccountRegion region, Model model, TimeSpan time)
    {
        var (outcome, after, cause) = LeasesOf(region).Start(model, MinInferenceUnits, MaxInferenceUnits, time, Price);
        if (outcome == HoldOutcome.NotOurs) WriteWarning($"ModelNotOurs: '{after.Name}' was on already and was not started here: -StopAfter does nothing. To stop it: Stop-RKModel {after.ProjectVersionArn}");
        else if (outcome is HoldOutcome.Joined) this.WriteVerboseLine($"'{after.Name}' is on already, and is to be stopped {time:c} from now.");
        return new StartResult(
            outcome switch
            {
                HoldOutcome.Started => StartOutcome.Started,
                HoldOutcome.Stopping => StartOutcome.Stopping,
                HoldOutcome.Unconfirmed => StartOutcome.Unconfirmed,
                _ => StartOutcome.AlreadyOn,
            },
            after,
            cause);
    }

    private ModelLeases LeasesOf(AccountRegion region)
    {
        if (_leases is not null) return region.Leases(_leases);
        var leases = region.Leases(_leases = LeaseFolders.Open(this, LeasePath));
        // Said before the start, and once: what is started here outlives this process.
        WriteWarning("-StopAfter is kept by a note on this machine. A command of this module that comes after the time stops the model; if none comes, nothing does. Have the system run 'Stop-RKModel -Expired' every few minutes.");
        if (leases.Unreachable is { } reason) WriteWarning(reason);
        return leases;
    }
}
