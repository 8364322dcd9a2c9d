using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Models;

namespace CustomLabels.Commands;

/// <summary>Removes leases: what they hold runs on until somebody stops it. The service isn't asked.</summary>
[Cmdlet(VerbsCommon.Remove, "RKModelLease", DefaultParameterSetName = ArnSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
public sealed class RemoveRKModelLeaseCommand : PSCmdlet
{
    private const string ArnSet = "Arn";
    private const string IdSet = "Id";
    private const string ObjectSet = "InputObject";
    private const string Action = "Remove the lease: nothing stops the model any more but Stop-RKModel; while it is on it costs money";

    private readonly CancellationTokenSource _stopping = new();
    private LeaseSelection? _selection;

    /// <summary>Models, by ARN or as project/version: all leases of each.</summary>
    [Parameter(Position = 0, ParameterSetName = ArnSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "Model")]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>Ids of leases.</summary>
    [Parameter(ParameterSetName = IdSet)]
    public string[]? Id { get; set; }

    /// <summary>Leases, as Get-RKModelLease gives them.</summary>
    [Parameter(ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    public ModelLease[]? InputObject { get; set; }

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <summary>Without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var names = ParameterSetName == ObjectSet ? Ids() : ParameterSetName == IdSet ? LeaseSelection.Names(nameof(Id), Id) : LeaseSelection.Names(nameof(ProjectVersionArn), ProjectVersionArn);
            _selection ??= LeaseSelection.Open(this, LeasePath);
            var leases = _selection.All();
            foreach (var name in names) Remove(leases, name);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, LeasePath));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    private string[] Ids() => InputObject is { Length: > 0 } given && !Array.Exists(given, lease => lease is null)
        ? Array.ConvertAll(given, lease => lease.Id)
        : throw new CustomLabelsException(NameErrors.Empty(nameof(InputObject)));

    private void Remove(IReadOnlyList<ModelLease> leases, string name)
    {
        try
        {
            if (WildcardPattern.ContainsWildcardCharacters(name)) throw new CustomLabelsException(NameErrors.ModelNameInvalid(name));
            foreach (var lease in _selection!.Matching(leases, name))
            {
                if (Confirmation.Given(this, Force, $"{lease.Name} ({lease})", Action)) Remove(lease);
            }
        }
        catch (CustomLabelsException exception) when (exception.Error.Scope != ErrorScope.Run)
        {
            WriteError(Errors.Record(exception, VisibleText.Cut(name)));
        }
    }

    private void Remove(ModelLease lease)
    {
        try
        {
            // Whoever starts or stops the model at this moment has the lock.
            using var held = Task.Run(() => _selection!.Store!.LockAsync(lease.Place, _stopping.Token), _stopping.Token).GetAwaiter().GetResult();
            _selection!.Store!.Remove(lease);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }
}
