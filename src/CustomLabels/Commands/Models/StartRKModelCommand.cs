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
public sealed partial class StartRKModelCommand : AwsCmdlet, IDisposable
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

    /// <summary>Seconds, or a TimeSpan, after which the model is stopped: by the first command of this module on this machine that comes later, such as
    /// <c>Stop-RKModel -Expired</c> of a scheduled task.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? StopAfter { get; set; }

    /// <summary>Another folder of leases than the usual one, for StopAfter.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <summary>The price of an inference unit and hour, of which costs are made.</summary>
    [Parameter]
    [Number(Max = 1_000_000)]
    public double? PricePerUnitHour { get; set; }

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
        if (_waiter is not null) EndWaits(_waiter);
        base.EndProcessing();
    }

    private void EndWaits(ModelWaiter waiter)
    {
        foreach (var ended in waiter.Results())
        {
            try
            {
                if (ended.Error is { } error) throw new CustomLabelsException(error);
                if (ended.Model!.Status == ProjectVersionStatus.Running) Write(ended.Model);
                else Launch(_account!.In(ended.Watched.Arn.Text, ended.Watched.Arn.Region), ended.Model, waiter.Left(Timeout, ended.Watched));
            }
            catch (CustomLabelsException exception)
            {
                Report(exception, ended.Watched.Name);
            }
        }
    }
}
