using System;
using CustomLabels.Leases.Identity;

namespace CustomLabels.Leases;

/// <summary>Says what is to be done about leases; does nothing itself.</summary>
/// <param name="connection">What the command is connected to; null for leases of everything.</param>
/// <param name="here">Where this process runs.</param>
/// <param name="processStart">What tells the process of a number from others: <see cref="HostIdentity.ProcessStart"/>.</param>
internal sealed class LeaseJudge(LeaseConnection? connection, HostIdentity here, Func<int, string?> processStart)
{
    /// <summary>How long after it was due a model isn't stopped in passing any more.</summary>
    public static readonly TimeSpan OverdueAfter = TimeSpan.FromHours(24);

    /// <summary>How long a start that nothing has confirmed may still come true: the 10 minutes in which an accepted start may become visible, and the 5 that a throttled request
    /// may have waited before it was sent.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(15);

    /// <summary>The judge of this process.</summary>
    /// <param name="connection">What the command is connected to; null for leases of everything.</param>
    public static LeaseJudge Here(LeaseConnection? connection) => new(connection, HostIdentity.Here(), HostIdentity.ProcessStart);

    /// <summary>Judges a lease.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="now">The time, UTC, of this machine's clock: it is the one that wrote StopAt, most often, and the transport doesn't tell the service's.</param>
    /// <remarks>A scope whose process is seen to live is held, whatever the clock says: after a suspend, or a change of the clock, a block is no older than it was. Its own
    /// process sees to it that it ends in time.</remarks>
    public LeaseVerdict Judge(ModelLease lease, DateTime now)
    {
        if (connection?.Has(lease) == false) return LeaseVerdict.NotOurs;
        // Whoever prepares a lease has the model's lock until more is known: one that is seen under the lock was left so.
        var isDue = lease.State is LeaseState.Due or LeaseState.Prepared || lease.StopAt <= now;
        if (lease is { Kind: LeaseKind.Scope, ProcessId: { } process } && lease.State != LeaseState.Due && here.IsSamePlace(lease.Host))
        {
            // Empty is a process of which nothing can be told: then it is the time that counts.
            var start = processStart(process);
            if (start is { Length: > 0 } && string.Equals(start, lease.ProcessStart, StringComparison.Ordinal)) return LeaseVerdict.Held;
            isDue |= start is null || (start.Length > 0 && lease.ProcessStart is { Length: > 0 });
        }

        if (!isDue) return LeaseVerdict.Held;
        return lease.StopAt < now - OverdueAfter ? LeaseVerdict.Overdue : LeaseVerdict.Due;
    }

    /// <summary>Whether its model is to be stopped.</summary>
    public bool IsDue(ModelLease lease, DateTime now) => Judge(lease, now) is LeaseVerdict.Due or LeaseVerdict.Overdue;

    /// <summary>Whether a start that nothing has confirmed can't come true any more, where the model is not on now.</summary>
    public static bool IsSettled(ModelLease lease, DateTime now) => lease.UnconfirmedSince is not { } since || now - since >= Settling;
}
