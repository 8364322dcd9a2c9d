using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Time;

namespace CustomLabels.Models.Lifecycle;

/// <summary>Starts models of one region, and finds out what came of it. It never waits for RUNNING. Not safe for concurrent use.</summary>
/// <param name="client">Asks.</param>
/// <param name="pricePerUnitHour">The price of an inference unit and hour, for messages.</param>
/// <param name="clock">The time.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class ModelStarter(ModelClient client, decimal pricePerUnitHour, IClock clock, ICallLog log)
{
    private readonly ModelReader _reader = new(client);

    /// <summary>Starts a model, unless it is on.</summary>
    /// <param name="known">The model.</param>
    /// <param name="minInferenceUnits">Least inference units; 1 and up.</param>
    /// <param name="maxInferenceUnits">Most inference units; null for no scaling.</param>
    /// <param name="asking">Called before each request for the start; what it throws keeps the request from being sent. Null for nothing.</param>
    /// <param name="cancellationToken">Abandons it; it may be started all the same.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.ModelNotStartable"/>: its status rules it out; <see cref="ErrorId.ModelNotFound"/>: it is gone;
    /// <see cref="ErrorId.LimitExceeded"/>; or the service refused or failed for good before anything was started.</exception>
    public async Task<StartResult> StartAsync(Model known, int minInferenceUnits, int? maxInferenceUnits, Action? asking, CancellationToken cancellationToken)
    {
        var began = clock.Elapsed;
        CustomLabelsException? refusal = null;
        while (true)
        {
            var before = await _reader.ReadAsync(known.Arn, cancellationToken).ConfigureAwait(false) ?? throw new CustomLabelsException(LifecycleErrors.Gone(known));
            if (StatusKind.IsOn(before.Status)) return new StartResult(StartOutcome.AlreadyOn, before);
            if (before.Status == ProjectVersionStatus.Stopping) return new StartResult(StartOutcome.Stopping, before);
            if (StatusKind.RulesOutStart(before.Status)) throw new CustomLabelsException(LifecycleErrors.NotStartable(before));

            // "In use" is also said where somebody else has started it and that can't be seen yet, or where it was STOPPING until just now.
            if (refusal is not null) await WaitAsync(began, refusal, cancellationToken).ConfigureAwait(false);
            asking?.Invoke();
            try
            {
                var answer = await client.StartAsync(known.Arn, minInferenceUnits, maxInferenceUnits, cancellationToken).ConfigureAwait(false);
                var started = before with { Status = answer ?? ProjectVersionStatus.Starting, StatusMessage = null, MinInferenceUnits = minInferenceUnits, MaxInferenceUnits = maxInferenceUnits };
                return await SeenAsync(before, started, cancellationToken).ConfigureAwait(false);
            }
            catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceInUseException)
            {
                refusal = exception;
            }
            catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AnswerLost)
            {
                return await SearchAsync(before, exception.Error, cancellationToken).ConfigureAwait(false);
            }
            catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.LimitExceeded)
            {
                throw new CustomLabelsException(LifecycleErrors.LimitExceeded(exception.Error, known, await RunningAsync(cancellationToken).ConfigureAwait(false)), exception);
            }
            catch (CustomLabelsException exception) when (LifecycleErrors.IsOfModel(exception.Error))
            {
                throw new CustomLabelsException(exception.Error with { Scope = ErrorScope.Model }, exception);
            }
        }
    }

    private async Task WaitAsync(TimeSpan began, CustomLabelsException refusal, CancellationToken cancellationToken)
    {
        var waited = clock.Elapsed - began;
        if (waited >= Polling.Patience) throw new CustomLabelsException(refusal.Error with { Scope = ErrorScope.Model }, refusal);
        await clock.DelayAsync(Polling.Interval(waited, Polling.Searching), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The model after an accepted start: what is accepted is true also while it can't be seen, or can't be read.</summary>
    private async Task<StartResult> SeenAsync(Model before, Model started, CancellationToken cancellationToken)
    {
        try
        {
            if (await _reader.ReadAsync(started.Arn, cancellationToken).ConfigureAwait(false) is { } seen && seen.Status != before.Status) return new StartResult(StartOutcome.Started, seen);
        }
        catch (CustomLabelsException exception)
        {
            log.Verbose($"'{started.Name}' is started; its status can't be read: {exception.Message}");
        }

        return new StartResult(StartOutcome.Started, started) { IsSeen = false };
    }

    private async Task<StartResult> SearchAsync(Model before, CustomLabelsError lost, CancellationToken cancellationToken)
    {
        log.Verbose($"{lost.Message} Looking whether '{before.Name}' is started, for up to {Polling.Patience.TotalMinutes:0} minutes.");
        var began = clock.Elapsed;
        for (var waited = TimeSpan.Zero; waited < Polling.Patience; waited = clock.Elapsed - began)
        {
            await clock.DelayAsync(Polling.Interval(waited, Polling.Searching), cancellationToken).ConfigureAwait(false);
            try
            {
                var seen = await _reader.ReadAsync(before.Arn, cancellationToken).ConfigureAwait(false);
                if (seen is null) break;
                if (seen.Status != before.Status) return new StartResult(seen.Status == ProjectVersionStatus.Stopping ? StartOutcome.Stopping : StartOutcome.Started, seen);
            }
            catch (CustomLabelsException exception) when (Polling.Passes(exception))
            {
                log.Verbose($"'{before.Name}': {exception.Message}");
            }
            catch (CustomLabelsException exception)
            {
                // Nothing more can be seen with these credentials.
                return new StartResult(StartOutcome.Unconfirmed, before, exception.Error);
            }
        }

        return new StartResult(StartOutcome.Unconfirmed, before, lost);
    }

    // A help in a message, which may be missing.
    private async Task<IReadOnlyList<Model>> RunningAsync(CancellationToken cancellationToken)
    {
        try
        {
            var projects = await client.ProjectsAsync(name: null, cancellationToken).ConfigureAwait(false);
            var models = await ModelList.GetAsync(client, projects, cancellationToken).ConfigureAwait(false);
            return models.Where(model => StatusKind.IsOn(model.Status)).Select(model => model.Priced(pricePerUnitHour)).ToArray();
        }
        catch (CustomLabelsException exception)
        {
            log.Verbose($"What is running can't be listed: {exception.Message}");
            return [];
        }
    }
}
