using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Leases;
using CustomLabels.Leases.Power;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>What a command knows of an account's projects and models in one region: nothing is asked for twice.</summary>
/// <param name="name">The region's name.</param>
/// <param name="endpoint">The endpoint that is asked.</param>
/// <param name="settings">How the command is connected.</param>
/// <param name="client">Asks.</param>
/// <param name="waiter">Waits for the answers.</param>
/// <param name="clock">The time.</param>
internal sealed class AccountRegion(string name, Uri endpoint, ConnectionSettings settings, ModelClient client, CallWaiter waiter, IClock clock)
{
    private readonly Dictionary<string, IReadOnlyList<Project>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Model>> _models = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private IReadOnlyList<Project>? _all;

    /// <summary>The region's name.</summary>
    public string Name => name;

    /// <summary>The endpoint that is asked.</summary>
    public Uri Endpoint => endpoint;

    /// <summary>Reads how models are now.</summary>
    public ModelReader Reader { get; } = new(client);

    /// <summary>Starts a model, unless it is on. No lease holds it: one of before knows it no more.</summary>
    /// <param name="model">The model.</param>
    /// <param name="minUnits">Least inference units; 1 and up.</param>
    /// <param name="maxUnits">Most inference units; null for no scaling.</param>
    /// <param name="pricePerUnitHour">The price of an inference unit and hour.</param>
    public StartResult Start(Model model, int minUnits, int? maxUnits, decimal pricePerUnitHour) =>
        waiter.Wait(async stopped =>
        {
            await LeaseTag.ForgetAsync(model.Arn, new ModelPower(client), stopped).ConfigureAwait(false);
            return await new ModelStarter(client, pricePerUnitHour, clock, waiter).StartAsync(model, minUnits, maxUnits, asking: null, stopped).ConfigureAwait(false);
        });

    /// <summary>Stops a model, unless it is off.</summary>
    public StopResult Stop(Model model) => waiter.Wait(stopped => new ModelStopper(client, clock, waiter).StopAsync(model.Arn, stopped));

    /// <summary>Waits for the answers.</summary>
    public CallWaiter Waiter => waiter;

    /// <summary>All projects.</summary>
    public IReadOnlyList<Project> Projects() => _all ??= waiter.Wait(stopped => client.ProjectsAsync(name: null, stopped));

    /// <summary>The project of a name, or none.</summary>
    public IReadOnlyList<Project> Projects(string project)
    {
        if (!_named.TryGetValue(project, out var projects)) _named.Add(project, projects = waiter.Wait(stopped => client.ProjectsAsync(project, stopped)));
        return projects;
    }

    /// <summary>A project's models, the latest first.</summary>
    public IReadOnlyList<Model> Models(string projectArn)
    {
        if (!_models.TryGetValue(projectArn, out var models)) _models.Add(projectArn, models = waiter.Wait(stopped => client.ModelsAsync(projectArn, version: null, stopped)));
        return models;
    }

    /// <summary>A project's model of a name, or none. Who asks for a second one is told of all: thousands may come through a pipeline, and an account has 5 calls a second.</summary>
    public IReadOnlyList<Model> Models(string projectArn, string version) => _asked.Add(projectArn) && !_models.ContainsKey(projectArn)
        ? waiter.Wait(stopped => client.ModelsAsync(projectArn, version, stopped))
        : Models(projectArn).Where(model => string.Equals(model.VersionName, version, StringComparison.Ordinal)).ToArray();

    /// <summary>Has its models started and stopped under leases.</summary>
    /// <param name="store">The leases.</param>
    public ModelLeases Leases(LeaseStore store) => new(store, endpoint, settings, client, waiter);
}
