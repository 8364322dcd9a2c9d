using System;
using System.Collections.Generic;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Leases.Power;
using CustomLabels.Models;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>The ways to the models of leases: with the command's own credentials where a lease names the same profile, or both name none; else with the lease's profile, or the
/// default chain. Nobody is asked for anything: a profile that needs a sign-in or a code is a failure.</summary>
/// <param name="factory">Makes the ways.</param>
/// <param name="settings">How the command is connected.</param>
/// <param name="clock">The time.</param>
internal sealed class LeaseModels(ITransportFactory factory, ConnectionSettings settings, IClock clock) : IDisposable
{
    // The next command tries again.
    private const int MaxAttempts = 2;
    private static readonly TimeSpan ThrottleTimeout = TimeSpan.FromSeconds(30);

    private readonly List<TransportPool> _pools = [];

    /// <summary>The way to a lease's model.</summary>
    /// <exception cref="CustomLabelsException">A setting is impossible, such as a profile that doesn't exist.</exception>
    public IModelPower Connect(ModelLease lease)
    {
        var pool = new TransportPool(factory, SettingsFor(lease));
        _pools.Add(pool);
        var caller = new ServiceCaller(new RetryPolicy(MaxAttempts, ThrottleTimeout, new Random()), clock);
        return new ModelPower(new ModelClient(new ControlPlane(pool.For(AwsService.Rekognition, lease.Region), caller, SilentLog.Instance)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pool in _pools) pool.Dispose();
    }

    private ConnectionSettings SettingsFor(ModelLease lease)
    {
        // The endpoint is the lease's: that of another profile may be another.
        var there = settings with { EndpointUrl = new Uri(lease.EndpointUrl), Region = lease.Region };
        if (settings.ProfileName == lease.ProfileName && settings.ProfileLocation == lease.ProfileLocation) return there;
        return there with
        {
            ProfileName = lease.ProfileName,
            ProfileLocation = lease.ProfileLocation,
            AccessKey = null,
            SecretKey = null,
            SessionToken = null,
            Credential = null,
            NoSignRequest = false,
        };
    }
}
