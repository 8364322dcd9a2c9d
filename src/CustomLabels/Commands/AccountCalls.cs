using System;
using System.Collections.Generic;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Models;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>What a command asks about an account's projects and models, in one region, from the pipeline's thread.</summary>
internal sealed class AccountCalls : IDisposable
{
    private static readonly TimeSpan ThrottleTimeout = TimeSpan.FromMinutes(5);

    private readonly TransportPool _transports;
    private readonly CallWaiter _waiter;
    private readonly ModelClient _client;
    private readonly Dictionary<string, IReadOnlyList<Project>> _named = new(StringComparer.Ordinal);
    private IReadOnlyList<Project>? _all;

    /// <summary>Connects; nothing is asked yet.</summary>
    /// <param name="transports">The ways to the service, which it closes.</param>
    /// <param name="region">The region.</param>
    /// <param name="waiter">Waits for the answers.</param>
    /// <exception cref="DetectionException">A setting is impossible.</exception>
    public AccountCalls(TransportPool transports, string region, CallWaiter waiter)
    {
        _transports = transports;
        _waiter = waiter;
        Region = region;
        var clock = new SystemClock();
        var caller = new ServiceCaller(new RetryPolicy(transports.MaxAttempts, ThrottleTimeout, new Random()), clock);
        _client = new ModelClient(new ControlPlane(transports.For(AwsService.Rekognition, region), caller, clock, waiter));
    }

    /// <summary>The region.</summary>
    public string Region { get; }

    /// <summary>All projects; asked for once.</summary>
    public IReadOnlyList<Project> AllProjects() => _all ??= _waiter.Wait(stopped => _client.ProjectsAsync(names: null, stopped));

    /// <summary>The project of a name, or none; each name is asked for once.</summary>
    public IReadOnlyList<Project> ProjectsNamed(string name)
    {
        if (!_named.TryGetValue(name, out var projects)) _named.Add(name, projects = _waiter.Wait(stopped => _client.ProjectsAsync([name], stopped)));
        return projects;
    }

    /// <summary>A project's models.</summary>
    /// <param name="projectArn">The project.</param>
    /// <param name="version">One version's name; null for all.</param>
    public IReadOnlyList<Model> Models(string projectArn, string? version) =>
        _waiter.Wait(stopped => _client.ModelsAsync(projectArn, version is null ? null : [version], stopped));

    /// <inheritdoc/>
    public void Dispose() => _transports.Dispose();
}
