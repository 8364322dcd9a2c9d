using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Pictures;

/// <summary>Bounds what many take up at a time: processors, or bytes of memory. Who comes first is let in first. Safe for concurrent use.</summary>
/// <param name="capacity">How much there is. One is always let in, however much it wants.</param>
internal sealed class Room(long capacity)
{
    // The lock of what follows.
    private readonly LinkedList<(long Size, TaskCompletionSource<bool> Turn)> _waiting = new();
    private long _taken;

    /// <summary>How much is taken up.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>How many wait.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_waiting) return _waiting.Count;
        }
    }

    /// <summary>Waits until there is room.</summary>
    /// <param name="size">How much is wanted.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What is taken up until it is disposed.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<RoomPlace> EnterAsync(long size, CancellationToken cancellationToken)
    {
        if (Queue(size) is { } turn)
        {
            using (cancellationToken.Register(() => Leave(turn))) await turn.Value.Turn.Task.ConfigureAwait(false);
        }

        return new RoomPlace(this, size);
    }

    /// <summary>Waits until there is room, with the thread that asks.</summary>
    /// <param name="size">How much is wanted.</param>
    /// <returns>What is taken up until it is disposed.</returns>
    public RoomPlace Enter(long size)
    {
        // Whoever gives room back wakes this very thread: none of the pool has to be free for it.
        Queue(size)?.Value.Turn.Task.Wait();
        return new RoomPlace(this, size);
    }

    /// <summary>Gives room back.</summary>
    /// <param name="size">How much.</param>
    internal void Free(long size)
    {
        lock (_waiting)
        {
            _taken -= size;
            LetIn();
        }
    }

    private bool Fits(long size) => _taken == 0 || _taken + size <= capacity;

    /// <summary>Takes room, or a place among those that wait; null for room.</summary>
    private LinkedListNode<(long Size, TaskCompletionSource<bool> Turn)>? Queue(long size)
    {
        lock (_waiting)
        {
            if (_waiting.Count > 0 || !Fits(size)) return _waiting.AddLast((size, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)));
            _taken += size;
            return null;
        }
    }

    private void LetIn()
    {
        while (_waiting.First is { } first && Fits(first.Value.Size))
        {
            _waiting.RemoveFirst();
            _taken += first.Value.Size;
            first.Value.Turn.SetResult(true);
        }
    }

    private void Leave(LinkedListNode<(long Size, TaskCompletionSource<bool> Turn)> place)
    {
        lock (_waiting)
        {
            // Let in at the same moment: then it leaves as all others do.
            if (place.List is null) return;
            _waiting.Remove(place);
            place.Value.Turn.SetCanceled();
            // It may have been the one that there was no room for.
            LetIn();
        }
    }
}
