using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Time;

namespace CustomLabels.Models.Scopes;

/// <summary>A scope that stops the model that it started, and knows of no other scope.</summary>
/// <param name="client">Asks for the model, starts and stops it.</param>
/// <param name="known">The model as it was found.</param>
/// <param name="request">How it is wanted.</param>
/// <param name="clock">The time.</param>
internal sealed class ModelScope(ModelClient client, Model known, ScopeRequest request, IClock clock) : IModelScope
{
    // Between two looks: a local endpoint starts at once, a model takes minutes.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Model Model { get; private set; } = known;

    /// <inheritdoc/>
    public bool IsOurs { get; private set; }

    /// <inheritdoc/>
    public async Task<Model> EnterAsync(CancellationToken cancellationToken)
    {
        var end = clock.Elapsed + request.StartTimeout;
        var pause = ShortestPause;
        while (Model.Status != ProjectVersionStatus.Running)
        {
            // A start that was accepted may be seen late: until then the old status is shown.
            if (!IsOurs && Model.Status is ProjectVersionStatus.Stopped or ProjectVersionStatus.TrainingCompleted or ProjectVersionStatus.CopyingCompleted) await StartAsync(cancellationToken).ConfigureAwait(false);
            else if (!IsUnderWay()) throw new CustomLabelsException(ScopeErrors.WillNotRun(Model));
            if (clock.Elapsed >= end) throw new CustomLabelsException(ScopeErrors.StartTimeout(Model, request.StartTimeout));
            await clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            pause = Longer(pause);
            Model = await client.FindAsync(Model.Arn, cancellationToken).ConfigureAwait(false) ?? throw new CustomLabelsException(NameErrors.ModelNotFound(Model.Name, Model.Arn.Region));
        }

        return Model;
    }

    /// <inheritdoc/>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        CustomLabelsException? failure = null;
        var pause = ShortestPause;
        try
        {
            while (IsOurs)
            {
                try
                {
                    if (await StopAsync(cancellationToken).ConfigureAwait(false)) return;
                }
                catch (CustomLabelsException exception) when (exception.Error.Id is ErrorId.EndpointUnreachable or ErrorId.RetriesExhausted or ErrorId.ThrottleTimeout)
                {
                    // It may pass while there is time.
                    failure = exception;
                }

                await clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
                pause = Longer(pause);
            }
        }
        catch (OperationCanceledException) when (failure is not null)
        {
            throw failure;
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause < LongestPause ? TimeSpan.FromTicks(pause.Ticks * 2) : pause;

    // True once the model is being stopped, or can't run.
    private async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.StopAsync(Model.Arn, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AnswerLost || exception.Error.Code == ErrorCodes.ResourceInUseException)
        {
            // It is still STARTING, its start isn't seen yet, or it is STOPPING already: the status says which.
            var model = await client.FindAsync(Model.Arn, cancellationToken).ConfigureAwait(false);
            return model?.Status is null or ProjectVersionStatus.Stopping or ProjectVersionStatus.Failed or ProjectVersionStatus.Deleting;
        }
    }

    private bool IsUnderWay() => Model.Status is ProjectVersionStatus.Starting or ProjectVersionStatus.Stopping || (IsOurs && Model.Status is not (ProjectVersionStatus.Failed or ProjectVersionStatus.Deleting));

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        IsOurs = true;
        try
        {
            await client.StartAsync(Model.Arn, request.MinInferenceUnits, request.MaxInferenceUnits, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AnswerLost)
        {
            // It may be starting; the status will say so.
        }
        catch (CustomLabelsException)
        {
            // Refused: nothing was started by this scope.
            IsOurs = false;
            throw;
        }
    }
}
