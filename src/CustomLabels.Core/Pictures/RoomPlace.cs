using System;
using System.Threading;

namespace CustomLabels.Pictures;

/// <summary>What somebody takes up of a <see cref="Room"/>, until it is disposed.</summary>
/// <param name="room">The room.</param>
/// <param name="size">How much of it.</param>
internal sealed class RoomPlace(Room room, long size) : IDisposable
{
    private long _size = size;

    /// <summary>Gives a part back that turned out not to be needed.</summary>
    /// <param name="size">How much is still taken up.</param>
    public void ShrinkTo(long size)
    {
        var surplus = _size - size;
        if (surplus <= 0) return;
        _size = size;
        room.Free(surplus);
    }

    /// <summary>Gives all of it back, once, however often it is called.</summary>
    public void Dispose()
    {
        var held = Interlocked.Exchange(ref _size, 0);
        if (held > 0) room.Free(held);
    }
}
