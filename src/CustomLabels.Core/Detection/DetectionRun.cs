using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Detection;

/// <summary>The images of one pipeline: takes them one by one, works on a bounded number at a time, gives results back in input order.</summary>
/// <remarks>
/// One thread owns a run: it posts while <see cref="HasRoom"/>, and takes events, on which it may block. All work happens on other threads.
/// Disposing cancels what is in flight and waits for it, so that nothing is asked, and paid for, after its caller has gone.
/// </remarks>
public sealed class DetectionRun : IDetectionLog, IDisposable
{
    // Long enough for cancelled requests to come down; short enough for Ctrl+C to feel immediate when a file system hangs.
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(1);

    private readonly Func<DetectionRequest, IDetectionLog, CancellationToken, Task<DetectionResult>> _detect;
    private readonly int _window;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly BlockingCollection<RunEvent> _events = [];
    private readonly Queue<Task<DetectionResult>> _ordered = new();
    private int _unfinished;

    /// <summary>A run.</summary>
    /// <param name="detect">Does one image.</param>
    /// <param name="window">Most images at a time; 1 and up.</param>
    /// <param name="showsDebug">Whether anyone looks at debug lines.</param>
    public DetectionRun(Func<DetectionRequest, IDetectionLog, CancellationToken, Task<DetectionResult>> detect, int window, bool showsDebug = false)
    {
        ShowsDebug = showsDebug;
        _detect = detect;
        _window = window;
    }

    /// <summary>Whether another image may be posted before a result is taken.</summary>
    public bool HasRoom => _unfinished < _window;

    /// <summary>Whether every image posted has been taken back.</summary>
    public bool IsIdle => _unfinished == 0;

    /// <summary>Starts on an image.</summary>
    /// <param name="request">The image and the question.</param>
    public void Post(DetectionRequest request)
    {
        var token = _cancellation.Token;
        Enqueue(Task.Run(() => _detect(request, this, token), token));
    }

    /// <summary>Puts a result that needs no work in its place among the others.</summary>
    /// <param name="result">The result.</param>
    public void Post(DetectionResult result) => Enqueue(Task.FromResult(result));

    /// <summary>Waits for the next event.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunEvent Take() => Account(_events.Take(_cancellation.Token));

    /// <summary>Takes the next event if there is one already.</summary>
    /// <param name="runEvent">The event.</param>
    public bool TryTake(out RunEvent runEvent)
    {
        var taken = _events.TryTake(out runEvent);
        if (taken) Account(runEvent);
        return taken;
    }

    /// <summary>Abandons everything in flight; safe to call from any thread.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public bool ShowsDebug { get; }

    /// <inheritdoc/>
    public void Verbose(string text) => _events.Add(new RunEvent(RunEventKind.Verbose, text));

    /// <inheritdoc/>
    public void Debug(string text) => _events.Add(new RunEvent(RunEventKind.Debug, text));

    /// <summary>Cancels and joins.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        Task[] pending;
        lock (_ordered) pending = [.. _ordered];
        try
        {
            Task.WaitAll(pending, LongestJoin);
        }
        catch (AggregateException)
        {
            // How abandoned work ended is of no interest any more.
        }
    }

    private void Enqueue(Task<DetectionResult> task)
    {
        _unfinished++;
        lock (_ordered) _ordered.Enqueue(task);
        _ = task.ContinueWith(static (_, run) => ((DetectionRun)run!).Advance(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Hands over every finished image that no unfinished one stands before.</summary>
    private void Advance()
    {
        lock (_ordered)
        {
            while (_ordered.Count > 0 && _ordered.Peek().IsCompleted) _events.Add(new RunEvent(_ordered.Dequeue()));
        }
    }

    private RunEvent Account(RunEvent runEvent)
    {
        if (runEvent.Kind == RunEventKind.Result) _unfinished--;
        return runEvent;
    }
}
