using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Guards;

/// <summary>The guards of a folder of leases as they are installed, with what their last pass saw.</summary>
/// <param name="place">The folder.</param>
/// <param name="keepers">Who may have one.</param>
internal sealed class InstalledGuards(GuardPlace place, IEnumerable<IGuardKeeper> keepers)
{
    /// <summary>All of them, each with who keeps it.</summary>
    public IReadOnlyList<(IGuardKeeper Keeper, ModelGuard Guard)> All() =>
        keepers.Select(keeper => (Keeper: keeper, Guard: keeper.Find(place))).Where(found => found.Guard is not null).Select(found => (found.Keeper, With(found.Guard!))).ToArray();

    private ModelGuard With(ModelGuard guard)
    {
        var known = guard with { User = Environment.UserName, LeasePath = place.LeaseFolder };
        return GuardPass.Read(place) is not { } pass ? known : known with
        {
            LastPass = pass.PassedAt, Leases = pass.Leases, Stopped = new(pass.Stopped.ToArray()), Errors = new(pass.Errors.ToArray()),
        };
    }
}
