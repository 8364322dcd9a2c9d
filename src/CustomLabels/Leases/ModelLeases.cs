using System;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Leases.Holding;
using CustomLabels.Leases.Power;
using CustomLabels.Models;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>Has models of one region started and stopped under leases.</summary>
/// <param name="store">The leases.</param>
/// <param name="endpoint">Where the models are.</param>
/// <param name="settings">How the command is connected.</param>
/// <param name="client">Asks the service.</param>
/// <param name="waiter">Waits for the answers.</param>
internal sealed class ModelLeases(LeaseStore store, Uri endpoint, ConnectionSettings settings, ModelClient client, CallWaiter waiter)
{
    private readonly SystemClock _clock = new();

    /// <summary>Why no later process could stop a model that this command starts; null where one can, as far as is known.</summary>
    public string? Unreachable => settings switch
    {
        { NoSignRequest: true } => null,
        { AccessKey: not null } or { Credential: not null } =>
            "The model is started with keys that no later process has. Should this one be killed, nothing stops the model: give a profile (-ProfileName), or stop it by hand.",
        { ProfileName: null } when Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN") is { Length: > 0 } =>
            "The model is started with temporary keys of the environment. When they have expired, no later process can stop it with them: give a profile (-ProfileName), or stop it in time.",
        _ => null,
    };

    /// <summary>Whether a lease of ours may be what has the model on. The service isn't asked.</summary>
    public bool MayHold(Model model) => store.Of(PlaceOf(model)).Any();

    /// <summary>A scope around a block.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">How it is wanted.</param>
    /// <param name="pricePerUnitHour">The price of an inference unit and hour, for messages.</param>
    public IModelScope Scope(Model model, ScopeRequest request, decimal pricePerUnitHour) => new LeasedScope(
        Leased(pricePerUnitHour), () => Mine(ModelLease.Scope(PlaceOf(model), _clock.UtcNow, request.StopAfter), request.MinInferenceUnits), new ModelReader(client), model, request, _clock, waiter);

    /// <summary>Starts a model until a time, or moves the time of one that was started so.</summary>
    /// <param name="model">The model.</param>
    /// <param name="minUnits">Least inference units; 1 and up.</param>
    /// <param name="maxUnits">Most inference units; null for no scaling.</param>
    /// <param name="stopAfter">How long it may run.</param>
    /// <param name="pricePerUnitHour">The price of an inference unit and hour, for messages.</param>
    public HoldResult Start(Model model, int minUnits, int? maxUnits, TimeSpan stopAfter, decimal pricePerUnitHour) =>
        waiter.Wait(stopped => Leased(pricePerUnitHour).StartAsync(Mine(ModelLease.Timed(PlaceOf(model), _clock.UtcNow, stopAfter), minUnits), model, maxUnits, stopped));

    /// <summary>Removes the leases that ask for the stop of a model that was stopped by name.</summary>
    public void Forget(Model model) => waiter.Wait(async stopped =>
    {
        await Leased(pricePerUnitHour: 0).ForgetAsync(PlaceOf(model), stopped).ConfigureAwait(false);
        return true;
    });

    private ModelLease Mine(ModelLease lease, int minUnits) => lease with { ProfileName = settings.ProfileName, ProfileLocation = settings.ProfileLocation, MinInferenceUnits = minUnits };

    private LeasePlace PlaceOf(Model model) => LeasePlace.Of(endpoint, model.Arn);

    private LeasedModel Leased(decimal pricePerUnitHour) => new(
        store, LeaseJudge.Here(connection: null), new ModelStarter(client, pricePerUnitHour, _clock, waiter), new ModelStopper(client, _clock, waiter), new ModelPower(client), _clock, waiter);
}
