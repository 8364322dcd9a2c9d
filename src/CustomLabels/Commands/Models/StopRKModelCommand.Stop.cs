using System;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Generated;
using CustomLabels.Leases;
using CustomLabels.Leases.Reaping;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <content>What is done with each model.</content>
public sealed partial class StopRKModelCommand
{
    private void StopAll()
    {
        var region = _account!.In(arn: null, arnRegion: null);
        foreach (var project in region.Projects())
        {
            // A project that can't be looked into hides no other, and is told of: a model of it may run.
            Try(project.ProjectArn, () =>
            {
                foreach (var model in region.Models(project.ProjectArn).Where(model => StatusKind.IsOn(model.Status)))
                {
                    Try(model.Name, () =>
                    {
                        if (MayChangeMuch(model.Name, $"Stop the model, which is {model.Status}, whoever uses it", Force)) Stop(region, model, Timeout);
                    });
                }
            });
        }
    }

    private void Stop(AccountRegion region, Model model, TimeSpan? timeout)
    {
        var (outcome, after, cause) = region.Stop(model);
        if (outcome is StopOutcome.Stopping or StopOutcome.AlreadyOff or StopOutcome.Gone) Forget(region, model);
        switch (outcome)
        {
            case StopOutcome.Gone: throw new CustomLabelsException(LifecycleErrors.Gone(model));
            case StopOutcome.Unconfirmed: throw new CustomLabelsException(LifecycleErrors.StopUnconfirmed(model, cause));
            case StopOutcome.RefusedWhileStarting when !Wait: throw new CustomLabelsException(LifecycleErrors.RefusedWhileStarting(model));
            case StopOutcome.RefusedWhileStarting: _waiter!.Add(region, model, new WaitGoal([ProjectVersionStatus.Running], timeout)); break;
            case StopOutcome.Stopping when Wait: _waiter!.Add(region, model, new WaitGoal(Statuses: null, timeout, Before: model.Status)); break;
            default:
                if (outcome == StopOutcome.AlreadyOff) this.WriteVerboseLine($"'{model.Name}' is not running: {VisibleText.Of(after!.Status)}.");
                Write(after ?? model);
                break;
        }
    }

    private AccountRegion RegionOf(Model model) => _account!.In(model.ProjectVersionArn, model.Arn.Region);

    private void Write(Model model) => WriteObject(model.Priced(Prices.OfUnitHour(given: null)));

    private void Try(string target, Action part)
    {
        try
        {
            part();
        }
        catch (CustomLabelsException exception)
        {
            Report(exception, target);
        }
    }

    /// <summary>A model that was stopped by name is not stopped once more by the lease that it was started under.</summary>
    private void Forget(AccountRegion region, Model model)
    {
        try
        {
            if (LeaseStore.Find(LeaseFolders.FullPath(this, LeasePath), new SystemClock()) is { } store) region.Leases(store).Forget(model);
        }
        catch (CustomLabelsException exception)
        {
            WriteWarning(exception.Message);
        }
    }

    private void StopExpired()
    {
        try
        {
            foreach (var report in NewLeaseSweep(LeasePath).Run(lease => MayChange(lease.Name, $"Stop the model if it is on; its lease: {lease}"))) Tell(report);
        }
        catch (CustomLabelsException exception)
        {
            End(exception, LeasePath);
        }
    }

    private void Tell(ReapReport report)
    {
        if (report.Model is { } model) Write(model);
        else if (report.Outcome == ReapOutcome.PassedOver) WriteWarning(report.Message);
        else if (report.IsWarning) Report(new CustomLabelsException(LeaseErrors.NotStopped(report.Message)), report.Lease?.Name ?? "");
        else this.WriteVerboseLine(report.Message);
    }
}
