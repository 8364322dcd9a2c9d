using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Detection.Limiting;

/// <summary>Lets the requests of a run start one after another, as each model's limiter and the user's limits permit. Safe for concurrent use.</summary>
internal sealed class RequestGate
{
    /// <summary>Most requests in flight to one model when the user sets no limit. A model's latency is seconds at the most and an account's quota 50 requests a second.</summary>
    public const int DefaultConcurrency = 64;

    private readonly object _lock = new();
    private readonly Dictionary<string, ModelQueue> _models = new(StringComparer.Ordinal);
    private readonly IClock _clock;
    private readonly int _modelConcurrency;
    private readonly int _concurrency;
    private readonly Pacer _pacer = new();
    private readonly double _maxRate;
    private int _inFlight;
    private TimeSpan _wakeAt = TimeSpan.MaxValue;

    public RequestGate(RequestLimits limits, IClock clock)
    {
        _clock = clock;
        _modelConcurrency = limits.MaxConcurrency ?? DefaultConcurrency;
        _concurrency = limits.MaxConcurrency ?? int.MaxValue;
        _maxRate = limits.MaxRequestsPerSecond ?? double.PositiveInfinity;
    }

    /// <summary>Where the requests to a model wait.</summary>
    public ModelQueue For(string projectVersionArn)
    {
        lock (_lock)
        {
            if (!_models.TryGetValue(projectVersionArn, out var model)) _models.Add(projectVersionArn, model = new ModelQueue(_modelConcurrency));
            return model;
        }
    }

    /// <summary>Waits until a request may start. Whoever entered leaves by one of the methods below.</summary>
    /// <param name="model">The model asked.</param>
    /// <param name="place">The image's place among all.</param>
    /// <param name="cancellationToken">Gives the turn up.</param>
    public ValueTask EnterAsync(ModelQueue model, long place, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<bool> turn;
        lock (_lock)
        {
            if (model.Waiting.Count == 0 && TryStart(model)) return default;
            turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            model.Waiting.Add(place, turn);
            Advance(model);
        }

        // Out of the lock: a wait that ends at once takes its registration back, and that waits for a cancellation that is under way and wants the lock.
        return new ValueTask(WaitAsync(model, place, turn, cancellationToken));
    }

    /// <summary>The service did it, or refused the image.</summary>
    public void Succeeded(ModelQueue model, TimeSpan roundTrip) => Leave(model, (limiter, now) => limiter.Succeeded(now, roundTrip));

    /// <summary>The service has no room now.</summary>
    public void Throttled(ModelQueue model, TimeSpan? retryAfter) => Leave(model, (limiter, now) => limiter.Throttled(now, retryAfter));

    /// <summary>It ended in a way that says nothing of the service's room: no answer, a fault of the service, or it was given up.</summary>
    public void Failed(ModelQueue model) => Leave(model, static (limiter, _) => limiter.Failed());

    /// <summary>It was never sent: another may take its place at once.</summary>
    public void Withdrawn(ModelQueue model) => Leave(model, (limiter, _) =>
    {
        limiter.Withdrawn();
        _pacer.Withdraw();
    });

    private void Leave(ModelQueue model, Action<RequestLimiter, TimeSpan> tell)
    {
        lock (_lock)
        {
            _inFlight--;
            tell(model.Limiter, _clock.Elapsed);
            AdvanceAll();
        }
    }

    /// <summary>Where models share a limit, what is free goes to the one whose image came first.</summary>
    private void AdvanceAll()
    {
        IEnumerable<ModelQueue> models = _models.Values;
        if (_models.Count > 1) models = models.Where(model => model.Waiting.Count > 0).OrderBy(model => model.Waiting.First().Key);
        foreach (var model in models) Advance(model);
    }

    private void Advance(ModelQueue model)
    {
        while (model.Waiting.Count > 0 && TryStart(model))
        {
            var first = model.Waiting.First();
            model.Waiting.Remove(first.Key);
            first.Value.SetResult(true);
        }
    }

    private bool TryStart(ModelQueue model)
    {
        if (_inFlight >= _concurrency) return false;
        var now = _clock.Elapsed;
        if (_pacer.DelayAt(now, _maxRate) is { Ticks: > 0 } delay) return Later(now + delay);
        if (!model.Limiter.TryStart(now, out var wait)) return wait is { } time && Later(now + time);
        _pacer.Start(now);
        _inFlight++;
        return true;
    }

    private bool Later(TimeSpan time)
    {
        if (time < _wakeAt)
        {
            _wakeAt = time;
            _ = WakeAsync(time);
        }

        return false;
    }

    private async Task WakeAsync(TimeSpan time)
    {
        // Never early: a timer that fires a little before its time would only be set again.
        var delay = time - _clock.Elapsed + TimeSpan.FromMilliseconds(0.5);
        if (delay > TimeSpan.Zero) await _clock.DelayAsync(delay, CancellationToken.None).ConfigureAwait(false);
        lock (_lock)
        {
            if (_wakeAt == time) _wakeAt = TimeSpan.MaxValue;
            AdvanceAll();
        }
    }

    private async Task WaitAsync(ModelQueue model, long place, TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(() => GiveUp(model, place, turn, cancellationToken))) await turn.Task.ConfigureAwait(false);
    }

    private void GiveUp(ModelQueue model, long place, TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (model.Waiting.Remove(place)) turn.TrySetCanceled(cancellationToken);
        }
    }
}
