using CustomLabels.Api.Transport;
using CustomLabels.Leases;

namespace CustomLabels.Commands;

/// <content>In passing, each command has models stopped that leases at its endpoint have left behind.</content>
public abstract partial class AwsCmdlet
{
    private LeasePass? _leases;

    /// <inheritdoc/>
    protected override void EndProcessing() => _leases?.Finish(Stopped);

    /// <summary>Looks after the leases at an endpoint that is asked.</summary>
    /// <param name="transport">The way to the endpoint.</param>
    /// <param name="region">The region that it is asked in.</param>
    private protected void LookAfterLeases(IServiceTransport transport, string region) => _leases?.Start(transport.Endpoint, region);

    private void PrepareLeases(ConnectionSettings settings) => _leases = new LeasePass(this, TransportFactory, settings);
}
