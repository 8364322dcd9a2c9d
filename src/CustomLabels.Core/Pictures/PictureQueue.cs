using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Pictures;

/// <summary>Works on a few pictures at once, and gives them back in the order in which they came.</summary>
/// <param name="most">Most pictures at once.</param>
/// <param name="replaces">Whether files that are there are replaced.</param>
internal sealed class PictureQueue(int most, bool replaces) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<(PictureJob Job, Task<DrawnPicture> Work)> _started = new();

    /// <summary>Whether one has to be taken out before another comes in.</summary>
    public bool IsFull => _started.Count >= most;

    /// <summary>Whether nothing is under way.</summary>
    public bool IsEmpty => _started.Count == 0;

    /// <summary>Starts a picture.</summary>
    public void Add(PictureJob job) => _started.Enqueue((job, Task.Run(() => job.Run(replaces, _stopping.Token))));

    /// <summary>Takes the next picture out when it is done.</summary>
    /// <param name="wait">How long to wait for it.</param>
    /// <param name="job">The picture.</param>
    /// <param name="work">Its work, which is over.</param>
    public bool TryTake(TimeSpan wait, [NotNullWhen(true)] out PictureJob? job, [NotNullWhen(true)] out Task<DrawnPicture>? work)
    {
        (job, work) = _started.Peek();
        if (!Task.WaitAll([work.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)], wait)) return false;
        _started.Dequeue();
        return true;
    }

    /// <summary>Lets no picture begin any more.</summary>
    public void Stop() => _stopping.Cancel();

    /// <summary>Stops, and waits for what is under way: after the command nothing is written.</summary>
    public void Dispose()
    {
        Stop();
        foreach (var (_, work) in _started) ((IAsyncResult)work).AsyncWaitHandle.WaitOne();
        _started.Clear();
        _stopping.Dispose();
    }
}
