using System;

namespace CustomLabels.Leases;

/// <summary>What a command is connected to: leases of anything else are not its business, even of the same ARN.</summary>
/// <param name="EndpointUrl">The endpoint's whole address.</param>
/// <param name="Region">The region.</param>
/// <param name="Account">The account; null where nobody has said it, and the service's answer decides.</param>
internal sealed record LeaseConnection(string EndpointUrl, string Region, string? Account)
{
    /// <summary>Whether a lease is of it.</summary>
    public bool Has(ModelLease lease) => string.Equals(lease.EndpointUrl, EndpointUrl, StringComparison.Ordinal)
        && string.Equals(lease.Region, Region, StringComparison.Ordinal)
        && (Account is null || string.Equals(lease.Account, Account, StringComparison.Ordinal));
}
