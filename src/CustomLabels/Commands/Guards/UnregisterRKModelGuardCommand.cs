using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Guards;
using CustomLabels.Leases;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <summary>Removes guards. What isn't there is no error.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "RKModelGuard", SupportsShouldProcess = true, DefaultParameterSetName = KindSet)]
public sealed class UnregisterRKModelGuardCommand : PSCmdlet, IDisposable
{
    private const string KindSet = "Kind";
    private const string ObjectSet = "InputObject";
    private const string Action = "Remove the guard: then no model that its process has left behind is stopped by the system";

    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Only that of one kind; without it, all of this user's for the folder of leases.</summary>
    [Parameter(Position = 0, ParameterSetName = KindSet)]
    public GuardKind? Kind { get; set; }

    /// <summary>Guards, as Get-RKModelGuard gives them.</summary>
    [Parameter(ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    public ModelGuard[]? InputObject { get; set; }

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter(ParameterSetName = KindSet)]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (ParameterSetName == KindSet) Remove(GuardPlace.Of(LeaseFolders.FullPath(this, LeasePath)), Kind);
            else foreach (var guard in InputObject ?? []) Remove(GuardPlace.Of(guard.LeasePath), guard.Kind);
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

    private void Remove(GuardPlace place, GuardKind? kind)
    {
        var all = new InstalledGuards(place, GuardKeepers.Here(_stopping.Token)).All();
        var removed = 0;
        foreach (var (keeper, guard) in all.Where(found => kind is null || found.Guard.Kind == kind))
        {
            if (!Confirmation.Given(this, $"{guard.Kind}: {guard.Path}", Action)) continue;
            keeper.Remove(place);
            removed++;
        }

        if (removed == 0) this.WriteVerboseLine($"No guard was removed for '{place.LeaseFolder}'.");
        else if (removed == all.Count) new GuardFiles(place).Remove();
    }
}
