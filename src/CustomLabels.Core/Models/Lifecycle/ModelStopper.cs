using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using CustomLabels.Time;

namespace CustomLabels.Models.Lifecycle;

/// <summary>Stops models of one region, and finds out what came of it. It never waits for STOPPED. Not safe for concurrent use.</summary>
/// <remarks>The service is asked whatever the status says: a start that was accepted may not be visible yet, and such a model would run for ever.</remarks>
/// <param name="client">Asks.</param>
/// <param name="clock">The time.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class ModelStopper(ModelClient client, IClock clock, ICallLog log)
{
    private readonly ModelReader _reader = new(client);

    /// <summary>Stops a model, unless it is off.</summary>
    /// <param name="arn">The model.</param>
    /// <param name="cancellationToken">Abandons it; it may be stopped all the same.</param>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, and nothing was stopped.</exception>
    public async Task<StopResult> StopAsync(ProjectVersionArn arn, CancellationToken cancellationToken)
    {
        var began = clock.Elapsed;
        while (true)
        {
            CustomLabelsError cause;
            try
            {
                var answer = await client.StopAsync(arn, cancellationToken).ConfigureAwait(false);
                return new StopResult(StopOutcome.Stopping, await SeenAsync(arn, answer ?? ProjectVersionStatus.Stopping, cancellationToken).ConfigureAwait(false));
            }
            catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceNotFoundException)
            {
                return new StopResult(StopOutcome.Gone, Model: null, exception.Error);
            }
            catch (CustomLabelsException exception) when (exception.Error.Code == ErrorCodes.ResourceInUseException || exception.Error.Id == ErrorId.AnswerLost)
            {
                cause = exception.Error;
            }
            catch (CustomLabelsException exception) when (LifecycleErrors.IsOfModel(exception.Error))
            {
                throw new CustomLabelsException(exception.Error with { Scope = ErrorScope.Model }, exception);
            }

            var (isRead, model) = await TryReadAsync(arn, cancellationToken).ConfigureAwait(false);
            if (isRead && Settled(model, cause) is { } settled) return settled;

            // It still runs, or nobody knows. A stop is asked for again: one too many does no harm.
            var waited = clock.Elapsed - began;
            if (waited >= Polling.Patience) return new StopResult(StopOutcome.Unconfirmed, model, cause);
            await clock.DelayAsync(Polling.Interval(waited, Polling.Searching), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What the status says of a stop that was refused, or whose answer got lost; null where it must be asked for again.</summary>
    private static StopResult? Settled(Model? model, CustomLabelsError cause) => model?.Status switch
    {
        _ when model is null => new StopResult(StopOutcome.Gone, Model: null, cause),
        ProjectVersionStatus.Starting when cause.Id != ErrorId.AnswerLost => new StopResult(StopOutcome.RefusedWhileStarting, model, cause),
        ProjectVersionStatus.Running or ProjectVersionStatus.Starting => null,
        ProjectVersionStatus.Stopping => new StopResult(StopOutcome.Stopping, model),
        _ => new StopResult(StopOutcome.AlreadyOff, model),
    };

    private async Task<(bool IsRead, Model? Model)> TryReadAsync(ProjectVersionArn arn, CancellationToken cancellationToken)
    {
        try
        {
            return (true, await _reader.ReadAsync(arn, cancellationToken).ConfigureAwait(false));
        }
        catch (CustomLabelsException exception) when (Polling.Passes(exception))
        {
            log.Verbose($"'{arn.ProjectName}/{arn.VersionName}': {exception.Message}");
            return (false, null);
        }
    }

    /// <summary>The model after an accepted stop: what is accepted is true also while it can't be seen.</summary>
    private async Task<Model?> SeenAsync(ProjectVersionArn arn, string answer, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await _reader.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
            return seen is not null && StatusKind.IsOn(seen.Status) ? seen with { Status = answer, StatusMessage = null } : seen;
        }
        catch (CustomLabelsException exception)
        {
            log.Verbose($"'{arn.ProjectName}/{arn.VersionName}' is stopped; its status can't be read: {exception.Message}");
            return null;
        }
    }
}
