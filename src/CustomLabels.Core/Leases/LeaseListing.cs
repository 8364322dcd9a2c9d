using System.Collections.Generic;

namespace CustomLabels.Leases;

/// <summary>What stands in a folder of leases.</summary>
/// <param name="Leases">The leases, the oldest first.</param>
/// <param name="Warnings">What to warn of: files that are passed over, each with its path and why. They stop nobody, and are never deleted.</param>
internal sealed record LeaseListing(IReadOnlyList<ModelLease> Leases, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing.</summary>
    public static LeaseListing Empty { get; } = new([], []);
}
