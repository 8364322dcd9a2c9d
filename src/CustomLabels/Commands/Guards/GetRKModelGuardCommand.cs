using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Guards;
using CustomLabels.Leases;

namespace CustomLabels.Commands;

/// <summary>Lists the guards that are installed for this user, with what their last pass saw. The service isn't asked.</summary>
[Cmdlet(VerbsCommon.Get, "RKModelGuard")]
[OutputType(typeof(ModelGuard))]
public sealed class GetRKModelGuardCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Only that of one kind.</summary>
    [Parameter(Position = 0)]
    public GuardKind? Kind { get; set; }

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var place = GuardPlace.Of(LeaseFolders.FullPath(this, LeasePath));
            var keepers = GuardKeepers.Here(_stopping.Token).Where(keeper => Kind is null || keeper.Kind == Kind);
            foreach (var (_, guard) in new InstalledGuards(place, keepers).All()) WriteObject(guard);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, Kind));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();
}
