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

/// <summary>Starts Custom Labels models. From RUNNING until it is stopped a model costs money by the hour, used or not.</summary>
[Cmdlet(VerbsLifecycle.Start, "RKModel", SupportsShouldProcess = true)]
[OutputType(typeof(Model))]
public sealed class StartRKModelCommand : AwsCmdlet, IDisposable
{
    private AccountClient? _account;
    private ModelWaiter? _waiter;

    /// <summary>The models, each by its ARN or as project/version, without wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "Model")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>Least inference units; 1 and up. An account has 5 a model unless it has asked for more.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MinInferenceUnits { get; set; } = 1;

    /// <summary>Most inference units, to which the service scales the model by itself; without it, it doesn't scale.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxInferenceUnits { get; set; }

    /// <summary>Wait until each model is RUNNING; one that is STOPPING is waited for first.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for each model; without it, an hour.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Timeout { get; set; }

    /// <summary>The price of an inference unit and hour, of which costs are made.</summary>
    [Parameter]
    [Number(Max = 1_000_000)]
    public double? PricePerUnitHour { get; set; }

    private string Cost => Prices.Hour(MinInferenceUnits, MaxInferenceUnits, PricePerUnitHour);

    private decimal Price => Prices.OfUnitHour(PricePerUnitHour);

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var names = ModelsOrEnd(nameof(ProjectVersionArn), ProjectVersionArn);
        _account ??= Connect();
        _waiter ??= _account.NewModelWaiter(this, "Starting models");
        foreach (var name in names)
        {
            try
            {
                var (region, model) = _account.Find(name);
                Start(region, model);
            }
            catch (CustomLabelsException exception)
            {
                Report(exception, name);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_waiter is null) return;
        foreach (var ended in _waiter.Results())
        {
            try
            {
                if (ended.Error is { } error) throw new CustomLabelsException(error);
                if (ended.Model!.Status == ProjectVersionStatus.Running) Write(ended.Model);
                else Launch(_account!.In(ended.Watched.Arn.Text, ended.Watched.Arn.Region), ended.Model, _waiter.Left(Timeout, ended.Watched));
            }
            catch (CustomLabelsException exception)
            {
                Report(exception, ended.Watched.Name);
            }
        }
    }

    private void Start(AccountRegion region, Model model)
    {
        if (StatusKind.IsOn(model.Status))
        {
            KeepOn(region, model, Timeout);
            return;
        }

        if (StatusKind.RulesOutStart(model.Status)) throw new CustomLabelsException(LifecycleErrors.NotStartable(model));
        if (model.Status == ProjectVersionStatus.Stopping && !Wait) throw new CustomLabelsException(LifecycleErrors.StillStopping(model));
        if (!MayChange(model.Name, $"Start the model: it costs {Cost} until it is stopped")) return;
        WriteWarning($"'{model.Name}' costs {Cost} from when it runs, used or not, until it is stopped: Stop-RKModel {model.ProjectVersionArn}");
        Launch(region, model, Timeout);
    }

    private void Launch(AccountRegion region, Model model, TimeSpan? timeout)
    {
        var (outcome, after, cause) = region.Start(model, MinInferenceUnits, MaxInferenceUnits, Price);
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
}
