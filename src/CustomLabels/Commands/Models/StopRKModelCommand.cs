using System;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Generated;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <summary>Stops Custom Labels models. One that doesn't run is no error.</summary>
[Cmdlet(VerbsLifecycle.Stop, "RKModel", SupportsShouldProcess = true, DefaultParameterSetName = ArnSet)]
[OutputType(typeof(Model))]
public sealed class StopRKModelCommand : AwsCmdlet, IDisposable
{
    private const string ArnSet = "Arn";
    private const string AllSet = "All";

    private AccountClient? _account;
    private ModelWaiter? _waiter;

    /// <summary>The models, each by its ARN or as project/version, without wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ArnSet)]
    [Alias("Arn", "Model")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>Stop every model of the region that is RUNNING or STARTING, whoever started it.</summary>
    [Parameter(ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Wait until each model is stopped; one that is STARTING and refuses to be stopped is waited for, and stopped then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for each model; without it, an hour.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Don't ask, also with All.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var names = All ? [] : ModelsOrEnd(nameof(ProjectVersionArn), ProjectVersionArn);
        _account ??= Connect();
        _waiter ??= _account.NewModelWaiter(this, "Stopping models");
        if (All) StopAll();
        foreach (var name in names)
        {
            Try(name, () =>
            {
                var (region, model) = _account.Find(name);
                if (MayChange(model.Name, $"Stop the model, which is {VisibleText.Of(model.Status)}")) Stop(region, model, Timeout);
            });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_waiter is null) return;
        foreach (var ended in _waiter.Results())
        {
            Try(ended.Watched.Name, () =>
            {
                // What fails while it starts is off too.
                var isOff = ended.Error is { Id: ErrorId.WaitFailed } && !StatusKind.IsOn(ended.Model!.Status);
                if (ended.Error is { } error && !isOff) throw new CustomLabelsException(error);
                if (ended.Model!.Status == ProjectVersionStatus.Running) Stop(RegionOf(ended.Model), ended.Model, _waiter.Left(Timeout, ended.Watched));
                else Write(ended.Model);
            });
        }
    }

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
}
