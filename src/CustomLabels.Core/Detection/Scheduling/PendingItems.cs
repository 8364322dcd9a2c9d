using System;
using System.Collections.Generic;

namespace CustomLabels.Detection.Scheduling;

/// <summary>The images of a run that nobody works on yet. Under the run's lock, but for <see cref="IsFull"/>.</summary>
/// <param name="most">The most that it holds.</param>
/// <param name="roomMade">Tells that there is room again; within the lock.</param>
internal sealed class PendingItems(int most, Action roomMade)
{
    private readonly Queue<RunItem> _items = new();
    private volatile bool _isFull;

    /// <summary>True once the queue is full, until it is half empty: so nobody is told of the room that each single image leaves.</summary>
    public bool IsFull => _isFull;

    public void Add(RunItem item)
    {
        _items.Enqueue(item);
        _isFull |= _items.Count >= most;
    }

    /// <summary>Takes the next one; null when the queue is empty.</summary>
    public RunItem? Take()
    {
        if (_items.Count == 0) return null;
        var item = _items.Dequeue();
        if (_items.Count <= most / 2) MakeRoom();
        return item;
    }

    public void Clear()
    {
        _items.Clear();
        MakeRoom();
    }

    private void MakeRoom()
    {
        if (!_isFull) return;
        _isFull = false;
        roomMade();
    }
}
