using System;
using System.Management.Automation;
using CustomLabels.Api.Generated;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;

namespace CustomLabels.Commands;

/// <summary>Waits for Custom Labels models, all together: for a start, a stop, a training, a copy or a deletion.</summary>
[Cmdlet(VerbsLifecycle.Wait, "RKModel")]
[OutputType(typeof(Model))]
public sealed class WaitRKModelCommand : AwsCmdlet, IDisposable
{
    private AccountClient? _account;
    private ModelWaiter? _waiter;

    /// <summary>The models, each by its ARN or as project/version, without wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "Model")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>The status to wait for, or several, of which any will do. Without it, any that doesn't change by itself.</summary>
    [Parameter]
    [ValidateSet(
        ProjectVersionStatus.TrainingInProgress, ProjectVersionStatus.TrainingCompleted, ProjectVersionStatus.TrainingFailed, ProjectVersionStatus.Starting, ProjectVersionStatus.Running,
        ProjectVersionStatus.Failed, ProjectVersionStatus.Stopping, ProjectVersionStatus.Stopped, ProjectVersionStatus.Deleting, ProjectVersionStatus.CopyingInProgress,
        ProjectVersionStatus.CopyingCompleted, ProjectVersionStatus.CopyingFailed, ProjectVersionStatus.Deprecated, ProjectVersionStatus.Expired)]
    public string[]? Status { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for each model; without it, an hour, or 26 where a training or a copy is under way.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Timeout { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var names = ModelsOrEnd(nameof(ProjectVersionArn), ProjectVersionArn);
        _account ??= Connect();
        _waiter ??= _account.NewModelWaiter(this, "Waiting for models");
        var goal = new WaitGoal(Status is null ? null : Array.ConvertAll(Status, static status => status.ToUpperInvariant()), Timeout);
        foreach (var name in names)
        {
            try
            {
                var (region, model) = _account.Find(name);
                _waiter.Add(region, model, goal);
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
        foreach (var ended in _waiter?.Results() ?? [])
        {
            if (ended.Error is { } error) Report(new CustomLabelsException(error), ended.Watched.Name);
            else if (ended.Model is { } model) WriteObject(model.Priced(Prices.OfUnitHour(given: null)));
        }

        base.EndProcessing();
    }
}
