using System;
using System.Buffers;
using System.Threading;

namespace CustomLabels.Aws.Client;

/// <summary>Where a body stands between being hashed and being sent: the whole of it if there is room, else a piece.</summary>
/// <remarks>
/// Opening, reading and encoding an image a second time takes longer than keeping it. But on a slow line every request in flight may be about to be sent, and
/// together they must not fill the memory: no more are kept whole than are in flight on a fast line.
/// </remarks>
internal sealed class BodyBuffer
{
    /// <summary>Bytes of a piece. Large, because the other side wakes up at each write; small enough for the processor's cache.</summary>
    public const int PieceLength = 512 * 1024;

    // Bytes. The pool's arrays are powers of two; an image of 3 MB becomes a body of this length.
    private const int LongestWhole = 4 * 1024 * 1024;
    private const int MostWhole = 8;

    private static int _whole;

    private readonly bool _isCounted;

    /// <summary>Room for a body, or for a piece of it.</summary>
    /// <param name="length">The body's length in bytes.</param>
    public BodyBuffer(long length)
    {
        _isCounted = length is > PieceLength and <= LongestWhole && TryCount();
        Bytes = ArrayPool<byte>.Shared.Rent(_isCounted ? (int)length : PieceLength);
        IsWhole = _isCounted || length <= PieceLength;
    }

    /// <summary>At least <see cref="PieceLength"/>, or what the body has.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether the whole body has room.</summary>
    public bool IsWhole { get; }

    /// <summary>Gives the room up, once.</summary>
    /// <param name="isUnused">Whether nothing reads it any more. Else it is left to the garbage collector.</param>
    public void Release(bool isUnused)
    {
        if (isUnused) ArrayPool<byte>.Shared.Return(Bytes);
        if (_isCounted) Interlocked.Decrement(ref _whole);
    }

    private static bool TryCount()
    {
        if (Interlocked.Increment(ref _whole) <= MostWhole) return true;
        Interlocked.Decrement(ref _whole);
        return false;
    }
}
