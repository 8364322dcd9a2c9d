using System;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Guards;
using CustomLabels.Leases;

namespace CustomLabels.Commands;

/// <summary>Has the system stop, every few minutes, the models that leases have left behind: also when the process that started them is gone for good.</summary>
[Cmdlet(VerbsLifecycle.Register, "RKModelGuard", SupportsShouldProcess = true)]
[OutputType(typeof(ModelGuard))]
public sealed class RegisterRKModelGuardCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>What of the system runs it; without it, what this system has.</summary>
    [Parameter(Position = 0)]
    public GuardKind? Kind { get; set; }

    /// <summary>A TimeSpan, or seconds, between two passes: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60 minutes.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Another folder of leases than the usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LeasePath { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var kind = Kind ?? GuardKeepers.Default;
        try
        {
            var place = GuardPlace.Of(LeaseFolders.FullPath(this, LeasePath));
            var plan = new GuardPlan(place, GuardHost.Shell(this, kind), GuardInterval.Require(Interval));
            var keeper = GuardKeepers.Of(kind, _stopping.Token);
            var script = GuardScript.Of(place, GuardHost.Module(kind));
            var preview = $"Install this guard, which stops models every {plan.Minutes} minute(s).\n{place.Script}:\n{Encoding.UTF8.GetString(script).TrimStart('\uFEFF')}\n{keeper.Preview(plan)}";
            if (Confirmation.Asked(place.Name, "Install a guard", () => ShouldProcess(preview, preview, "Register-RKModelGuard"))) Register(keeper, plan, script);
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, kind));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    private void Register(IGuardKeeper keeper, GuardPlan plan, byte[] script)
    {
        var files = new GuardFiles(plan.Place);
        files.Write(script);
        try
        {
            keeper.Install(plan);
        }
        catch (CustomLabelsException)
        {
            if (!GuardKeepers.Here(_stopping.Token).Any(other => other.Kind != keeper.Kind && other.Find(plan.Place) is not null) && keeper.Find(plan.Place) is null) files.Remove();
            throw;
        }

        files.ForgetPass();
        var reason = keeper.Pass(plan);
        var guard = new InstalledGuards(plan.Place, [keeper]).All().Select(found => found.Guard).FirstOrDefault();
        if (guard?.LastPass is null) throw new CustomLabelsException(GuardErrors.PassFailed(plan.Place.Name, reason));
        foreach (var warning in keeper.Warnings()) WriteWarning(warning);
        if (GuardWarnings.OfEnvironment() is { } environment) WriteWarning(environment);
        foreach (var error in guard.Errors) WriteWarning($"The guard's first pass: {VisibleText.Of(error)}");
        WriteObject(guard);
    }
}
