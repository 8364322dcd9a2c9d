using System;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Models;
using CustomLabels.Leases;
using CustomLabels.Leases.Holding;
using CustomLabels.Scopes;

namespace CustomLabels.Commands;

/// <summary>Starts a model, runs a block, and stops the model again, however the block ends.</summary>
[Cmdlet(VerbsOther.Use, "RKModel", DefaultParameterSetName = PipeSet, SupportsShouldProcess = true)]
[OutputType(typeof(object))]
public sealed class UseRKModelCommand : AwsCmdlet, IDisposable
{
    private const string PipeSet = "Pipe";
    private const string NamedSet = "Named";

    private AccountClient? _account;
    private ScopeRun? _run;

    /// <summary>The block. <c>$_</c> and <c>$args[0]</c> are the model.</summary>
    [Parameter(Position = 0, ParameterSetName = PipeSet)]
    [Parameter(Position = 1, ParameterSetName = NamedSet)]
    public ScriptBlock? ScriptBlock { get; set; }

    /// <summary>The models, by ARN or as project/version: the block is run for one after the other.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PipeSet)]
    [Parameter(Position = 0, ParameterSetName = NamedSet)]
    [Alias("Arn", "Model")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>The least inference units to start it with.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MinInferenceUnits { get; set; } = 1;

    /// <summary>The most inference units, to which it scales by itself. Without it, it doesn't scale.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxInferenceUnits { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait until the model runs.</summary>
    [Parameter]
    [Duration]
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Seconds, or a TimeSpan, after which the model is stopped, whether or not the block has ended: a block that hangs must not cost money for ever.</summary>
    [Parameter]
    [Duration]
    public TimeSpan StopAfter { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The price of an inference unit and hour.</summary>
    [Parameter]
    [Number(Max = 1_000_000)]
    public double? PricePerUnitHour { get; set; }

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run?.Abandon();
        _account?.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ScriptBlock is null) End(new CustomLabelsException(ScopeErrors.BlockMissing()), target: null);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A null at position 0 is not seen as given: PowerShell takes it for a block.
        var names = ProjectVersionArn;
        if (names is not { Length: > 0 } || Array.Exists(names, string.IsNullOrWhiteSpace)) End(new CustomLabelsException(ScopeErrors.ModelMissing(nameof(ProjectVersionArn))), target: null);
        _account ??= Connect();
        foreach (var name in names) Use(name);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        // At once: the block may be in a call that takes no notice.
        _run?.BeginLeave();
    }

    private void Use(string name)
    {
        try
        {
            var (region, model) = _account!.Find(name);
            var cost = new ScopeCost(MinInferenceUnits, Prices.OfUnitHour(PricePerUnitHour));
            if (!MayChange(model.ProjectVersionArn, cost.Action(model))) return;
            var leases = region.Leases(LeaseFolders.Open(this, LeasePath));
            var request = new ScopeRequest(MinInferenceUnits, MaxInferenceUnits, StartTimeout, StopAfter);
            _run = new ScopeRun(this, leases.Scope(model, request, cost.PricePerUnitHour), region.Waiter, cost, StopAfter);
            _run.Run(ScriptBlock!, leases.MayHold(model), leases.Unreachable);
        }
        catch (CustomLabelsException exception) when (exception.Error.Scope != ErrorScope.Run && MyInvocation.ExpectingInput)
        {
            // The next one in the pipeline may start.
            Report(exception, name);
        }
        catch (CustomLabelsException exception)
        {
            // The lines after it count on the block having run.
            End(exception, VisibleText.Cut(name));
        }
        finally
        {
            _run?.Abandon();
            _run = null;
        }
    }
}
