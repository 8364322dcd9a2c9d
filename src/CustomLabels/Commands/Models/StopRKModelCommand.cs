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
public sealed partial class StopRKModelCommand : AwsCmdlet, IDisposable
{
    private const string ArnSet = "Arn";
    private const string AllSet = "All";
    private const string ExpiredSet = "Expired";

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

    /// <summary>Stop the models that leases on this machine have left behind: whose process is gone, or whose time is over. No other model is touched.</summary>
    [Parameter(ParameterSetName = ExpiredSet)]
    public SwitchParameter Expired { get; set; }

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <summary>Wait until each model is stopped; one that is STARTING and refuses to be stopped is waited for, and stopped then.</summary>
    [Parameter(ParameterSetName = ArnSet)]
    [Parameter(ParameterSetName = AllSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for each model; without it, an hour.</summary>
    [Parameter(ParameterSetName = ArnSet)]
    [Parameter(ParameterSetName = AllSet)]
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
        if (Expired)
        {
            StopExpired();
            return;
        }

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
        if (_waiter is not null) EndWaits(_waiter);
        base.EndProcessing();
    }

    private void EndWaits(ModelWaiter waiter)
    {
        foreach (var ended in waiter.Results())
        {
            Try(ended.Watched.Name, () =>
            {
                // What fails while it starts is off too.
                var isOff = ended.Error is { Id: ErrorId.WaitFailed } && !StatusKind.IsOn(ended.Model!.Status);
                if (ended.Error is { } error && !isOff) throw new CustomLabelsException(error);
                if (ended.Model!.Status == ProjectVersionStatus.Running) Stop(RegionOf(ended.Model), ended.Model, waiter.Left(Timeout, ended.Watched));
                else Write(ended.Model);
            });
        }
    }
}
