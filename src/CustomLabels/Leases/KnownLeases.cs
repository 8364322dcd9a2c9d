using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>The leases as they were when a command first asked.</summary>
internal sealed class KnownLeases
{
    private readonly IReadOnlyList<ModelLease> _leases;

    private KnownLeases(IReadOnlyList<ModelLease> leases) => _leases = leases;

    /// <summary>Reads them; where they can't be read there are none: who lists models asks about models.</summary>
    public static KnownLeases Read()
    {
        try
        {
            return new KnownLeases(LeaseStore.Find(path: null, new SystemClock())?.List().Leases ?? []);
        }
        catch (CustomLabelsException)
        {
            return new KnownLeases([]);
        }
    }

    /// <summary>The lease that holds a model the longest; null without one.</summary>
    public ModelLease? Of(Uri endpoint, ProjectVersionArn arn) => AllOf(endpoint, arn).OrderByDescending(lease => lease.StopAt).FirstOrDefault();

    /// <summary>All leases of a model.</summary>
    public IEnumerable<ModelLease> AllOf(Uri endpoint, ProjectVersionArn arn)
    {
        var place = LeasePlace.Of(endpoint, arn);
        return _leases.Where(lease => lease.Place == place);
    }
}
