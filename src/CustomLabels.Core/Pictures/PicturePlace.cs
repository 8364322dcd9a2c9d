using System;
using System.Threading;

namespace CustomLabels.Pictures;

/// <summary>A picture's part of a <see cref="PictureRoom"/>. Disposing it, once or more often, leaves the room.</summary>
/// <param name="room">The room.</param>
/// <param name="bytes">What was taken.</param>
internal sealed class PicturePlace(PictureRoom room, long bytes) : IDisposable
{
    private long _bytes = bytes;

    /// <summary>Gives back what is over: a decoded picture takes less than its decoding.</summary>
    /// <param name="bytes">What is needed from now on.</param>
    public void ShrinkTo(long bytes)
    {
        var before = Interlocked.Exchange(ref _bytes, bytes);
        room.Free(before - bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => ShrinkTo(0);
}
