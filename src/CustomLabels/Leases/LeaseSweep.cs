using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Leases.Reaping;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>Stops what all leases of a folder have left behind, at every endpoint: when that is what a command is for.</summary>
/// <param name="factory">Makes the ways to the service.</param>
/// <param name="settings">How the command is connected.</param>
/// <param name="waiter">Waits for the answers.</param>
/// <param name="folder">The folder's full path; null for the usual one.</param>
internal sealed class LeaseSweep(ITransportFactory factory, ConnectionSettings settings, CallWaiter waiter, string? folder)
{
    /// <summary>Looks at all leases once.</summary>
    /// <param name="mayStop">Whether the model of a lease that is due may be stopped; called on the pipeline's thread.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseUnreadable"/>: the leases can't be read.</exception>
    public IReadOnlyList<ReapReport> Run(Func<ModelLease, bool> mayStop)
    {
        var clock = new SystemClock();
        if (LeaseStore.Find(folder, clock) is not { } store) return [];
        var judge = LeaseJudge.Here(connection: null);
        var chosen = new HashSet<string>(store.List().Leases.Where(lease => judge.IsDue(lease, clock.UtcNow) && mayStop(lease)).Select(lease => lease.Id), StringComparer.Ordinal);
        var rules = new ReapRules(StopsOverdue: true, Includes: lease => chosen.Contains(lease.Id));
        using var models = new LeaseModels(factory, settings, clock);
        return waiter.Wait(stopped => new Reaper(store, judge, rules, models.Connect, clock).PassAsync(stopped));
    }
}
