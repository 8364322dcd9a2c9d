using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Time;

namespace CustomLabels.Detection.Scheduling;

/// <summary>The images of one pipeline: takes them one by one, works on many at a time, gives results back in input order.</summary>
/// <remarks>
/// One thread owns a run: it posts while <see cref="HasRoom"/>, and takes events, on which it may block. All work happens on other threads.
/// Disposing cancels what is in flight and waits for it, so that nothing is asked, and paid for, after its caller has gone.
/// </remarks>
internal sealed class DetectionRun : ICallLog, IDisposable
{
    // Long enough for cancelled requests to come down; short enough for Ctrl+C to feel immediate when a file system hangs.
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(1);

    private readonly Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> _detect;
    private readonly Func<DetectionResult, bool> _endsRun;
    private readonly RunLimits _limits;
    private readonly IClock _clock;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly BlockingCollection<RunEvent> _events = [];

    // The lock of what follows: the images in input order, from the oldest that was not handed over; those that nobody works on yet; how many are worked on.
    private readonly Queue<RunItem> _items = new();
    private readonly PendingItems _pending;
    private int _active;
    private bool _ended;
    // Seconds; the first is a guess.
    private double _turnaround = 0.1;

    // The owner's.
    private int _unfinished;
    private long _heldBytes;

    /// <summary>A run.</summary>
    /// <param name="detect">Does one image; called on any thread.</param>
    /// <param name="limits">How much it takes on.</param>
    /// <param name="endsRun">Whether a result means that every other image would fail too.</param>
    /// <param name="clock">The time.</param>
    /// <param name="showsDebug">Whether anyone looks at debug lines.</param>
    public DetectionRun(
        Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> detect,
        RunLimits limits,
        Func<DetectionResult, bool> endsRun,
        IClock clock,
        bool showsDebug = false)
    {
        ShowsDebug = showsDebug;
        _detect = detect;
        _limits = limits;
        // By an event: the owner may be waiting for one, and no result comes for long where the first in order is slow.
        _pending = new PendingItems(limits.Pending, () => _events.Add(default));
        _endsRun = endsRun;
        _clock = clock;
    }

    /// <inheritdoc/>
    public bool ShowsDebug { get; }

    /// <summary>Whether another image may be posted before a result is taken.</summary>
    public bool HasRoom => _unfinished < _limits.Window && _heldBytes < _limits.HeldBytes && !_pending.IsFull;

    /// <summary>Whether every image posted has been taken back.</summary>
    public bool IsIdle => _unfinished == 0;

    /// <summary>How long an image has lately taken from its coming to its result.</summary>
    public TimeSpan Turnaround => TimeSpan.FromSeconds(Volatile.Read(ref _turnaround));

    /// <summary>Takes an image in.</summary>
    /// <param name="request">The image and the question.</param>
    public void Post(DetectionRequest request)
    {
        var item = new RunItem(request, _clock.Elapsed);
        Add(item);
        lock (_items)
        {
            if (_ended) return;
            if (_active == _limits.Active)
            {
                _pending.Add(item);
                return;
            }

            _active++;
        }

        _ = Task.Run(() => WorkAsync(item));
    }

    /// <summary>Puts a result that needs no work in its place among the others.</summary>
    /// <param name="result">The result.</param>
    public void Post(DetectionResult result)
    {
        var item = new RunItem(result);
        Add(item);
        lock (_items) HandOver(item);
    }

    /// <summary>Waits for the next event for a time, or until there is room again.</summary>
    /// <param name="wait">How long; zero takes what is there already.</param>
    /// <param name="runEvent">The event.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public bool TryTake(TimeSpan wait, out RunEvent runEvent)
    {
        while (_events.TryTake(out runEvent, (int)wait.TotalMilliseconds, _cancellation.Token))
        {
            if (runEvent.IsRoom && wait == TimeSpan.Zero) continue;
            if (runEvent.IsRoom) return false;
            if (runEvent.Kind == RunEventKind.Result)
            {
                _unfinished--;
                _heldBytes -= runEvent.HeldBytes;
            }

            return true;
        }

        return false;
    }

    /// <summary>Abandons what is in flight and gives back, in order, what is finished and was not taken.</summary>
    public IReadOnlyList<DetectionResult> Abandon()
    {
        Dispose();
        var finished = new List<DetectionResult>();
        while (_events.TryTake(out var runEvent))
        {
            if (runEvent is { Kind: RunEventKind.Result, Result: { } result }) finished.Add(result);
        }

        lock (_items)
        {
            foreach (var item in _items)
            {
                if (item.Result is { } result) finished.Add(result);
            }
        }

        return finished;
    }

    /// <summary>Abandons everything in flight; safe to call from any thread.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Verbose(string text) => _events.Add(new RunEvent(RunEventKind.Verbose, text));

    /// <inheritdoc/>
    public void Debug(string text) => _events.Add(new RunEvent(RunEventKind.Debug, text));

    /// <summary>Cancels and joins.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        var waited = Stopwatch.StartNew();
        lock (_items)
        {
            StartNoMore();
            while (_active > 0 && LongestJoin - waited.Elapsed is { Ticks: > 0 } left) Monitor.Wait(_items, left);
        }
    }

    private void Add(RunItem item)
    {
        _unfinished++;
        _heldBytes += item.HeldBytes;
        if (!_limits.IsOrdered) return;
        lock (_items) _items.Enqueue(item);
    }

    /// <summary>Works on an image, and then on one after another of those that wait.</summary>
    private async Task WorkAsync(RunItem item)
    {
        for (var next = item; next is not null; next = Next())
        {
            try
            {
                var result = await _detect(next.Request!, this, _cancellation.Token).ConfigureAwait(false);
                Finish(next, result, _endsRun(result));
            }
            catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
            {
                // Nobody waits for it any more.
            }
            catch (Exception bug)
            {
                Fail(next, bug);
            }
        }
    }

    private RunItem? Next()
    {
        lock (_items)
        {
            if (_pending.Take() is { } next) return next;
            _active--;
            Monitor.PulseAll(_items);
            return null;
        }
    }

    private void Finish(RunItem item, DetectionResult result, bool endsRun)
    {
        lock (_items)
        {
            _turnaround += (item.Finish(result, _clock.Elapsed).TotalSeconds - _turnaround) / 8;
            // The event comes before the result, whichever worker hands that over: as a result alone it would be one failure among others.
            if (endsRun && !_ended)
            {
                StartNoMore();
                _events.Add(new RunEvent(RunEventKind.Ended, item));
            }

            HandOver(item);
        }
    }

    private void Fail(RunItem item, Exception bug)
    {
        lock (_items)
        {
            item.Fail(bug);
            HandOver(item);
        }
    }

    /// <summary>Hands over every finished image that no unfinished one stands before.</summary>
    private void HandOver(RunItem item)
    {
        if (!_limits.IsOrdered) _events.Add(new RunEvent(RunEventKind.Result, item));
        while (_items.Count > 0 && _items.Peek().IsFinished) _events.Add(new RunEvent(RunEventKind.Result, _items.Dequeue()));
    }

    private void StartNoMore()
    {
        _ended = true;
        _pending.Clear();
    }
}
