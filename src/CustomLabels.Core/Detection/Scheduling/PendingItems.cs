using System;
using System.Collections.Generic;

namespace CustomLabels.Detection.Scheduling;

/// <summary>The images of a run that nobody works on yet. Under the run's lock, but for <see cref="IsFull"/>.</summary>
/// <param name="most">How many there are to be.</param>
/// <param name="roomMade">Tells that there is room again; within the lock.</param>
internal sealed class PendingItems(int most, Action roomMade)
{
    private readonly Queue<RunItem> _items = new();
    private volatile bool _isFull;

    /// <summary>Whether there are as many as there are to be: from then on, until half of them are gone, so that nobody is told of the room for each image.</summary>
    public bool IsFull => _isFull;

    public void Add(RunItem item)
    {
        _items.Enqueue(item);
        _isFull |= _items.Count >= most;
    }

    /// <summary>The next; null when there is none.</summary>
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
