using System;
using System.Threading;

namespace CustomLabels.Pictures;

/// <summary>The memory that all pictures of a process share while they are decoded and held: who decodes one waits for its place, in turn.</summary>
/// <remarks>One thread holds one picture at a time: two that hold one and wait for another would wait for each other.</remarks>
internal sealed class PictureRoom
{
    private const long Least = 256L << 20;
    private readonly object _gate = new();
    private long _taken;
    private long _nextTicket;
    private long _served;

    /// <param name="size">Its bytes.</param>
    public PictureRoom(long size) => Size = size;

    /// <summary>That of this process: half of what it may use, so that several pictures at once leave room for the rest.</summary>
    public static PictureRoom OfThisProcess { get; } = new(Math.Max(Least, Available() / 2));

    /// <summary>Its bytes: no picture that takes more is let in.</summary>
    public long Size { get; }

    /// <summary>The bytes that are taken.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>The pictures that wait.</summary>
    public long Waiting => Interlocked.Read(ref _nextTicket) - Interlocked.Read(ref _served);

    /// <summary>Waits until there is room for a picture. Whoever waited longer comes first, so that a large one isn't passed by without end.</summary>
    /// <param name="bytes">What it takes: at most <see cref="Size"/>.</param>
    /// <returns>Its place; disposing it leaves.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It takes more than there is.</exception>
    public PicturePlace Enter(long bytes)
    {
        if (bytes > Size) throw new ArgumentOutOfRangeException(nameof(bytes));
        lock (_gate)
        {
            for (var ticket = _nextTicket++; ticket != _served || _taken + bytes > Size;) Monitor.Wait(_gate);
            _served++;
            _taken += bytes;
            Monitor.PulseAll(_gate);
        }

        return new PicturePlace(this, bytes);
    }

    /// <summary>Gives bytes back.</summary>
    internal void Free(long bytes)
    {
        lock (_gate)
        {
            _taken -= bytes;
            Monitor.PulseAll(_gate);
        }
    }

#if NETFRAMEWORK
    // .NET Framework doesn't say what there is.
    private static long Available() => Environment.Is64BitProcess ? 4L << 30 : 1L << 30;
#else
    // A container's limit, where it has one.
    private static long Available() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
#endif
}
