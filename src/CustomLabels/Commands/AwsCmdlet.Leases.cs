using CustomLabels.Api.Transport;
using CustomLabels.Leases;
using CustomLabels.Output;

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

    /// <summary>Stops what all leases of a folder have left behind.</summary>
    /// <param name="leasePath">The folder as it was given; null for the usual one.</param>
    /// <exception cref="CustomLabelsException">The credentials given, or the session's, can't be used, or the folder is impossible.</exception>
    private protected LeaseSweep NewLeaseSweep(string? leasePath)
    {
        using var unused = NewTransports(out var settings);
        return new LeaseSweep(TransportFactory, settings, new CallWaiter(this, Stopped), LeaseFolders.FullPath(this, leasePath));
    }

    private void PrepareLeases(ConnectionSettings settings) => _leases = new LeasePass(this, TransportFactory, settings);
}
