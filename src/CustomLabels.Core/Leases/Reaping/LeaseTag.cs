using System.Collections.Generic;

namespace CustomLabels.Leases.Reaping;

/// <summary>The tag by which a model says under which lease it was started.</summary>
internal static class LeaseTag
{
    /// <summary>Its key; its value is the lease's id.</summary>
    public const string Key = "customlabels:lease";

    /// <summary>Whether a model that is on was started under a lease: one without the tag, or with another's, was stopped and started again since.</summary>
    public static bool IsOf(ModelLease lease, IReadOnlyDictionary<string, string?> tags) => lease.Tag is null || (tags.TryGetValue(Key, out var value) && value == lease.Tag);
}
