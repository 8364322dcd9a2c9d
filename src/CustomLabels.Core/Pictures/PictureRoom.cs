using System;

namespace CustomLabels.Pictures;

/// <summary>The memory that all pictures of a process share while they are decoded and held: who decodes one waits for its place, in turn.</summary>
/// <remarks>One thread holds one picture at a time: two that hold one and wait for another would wait for each other.</remarks>
/// <param name="size">Its bytes.</param>
internal sealed class PictureRoom(long size)
{
    private const long Least = 256L << 20;

    private readonly Room _room = new(size);

    /// <summary>That of this process: half of what it may use, so that several pictures at once leave room for the rest.</summary>
    public static PictureRoom OfThisProcess { get; } = new(Math.Max(Least, Available() / 2));

    /// <summary>Its bytes: no picture that takes more is let in.</summary>
    public long Size => size;

    /// <summary>The bytes that are taken.</summary>
    public long Taken => _room.Taken;

    /// <summary>The pictures that wait.</summary>
    public long Waiting => _room.WaitingCount;

    /// <summary>Waits until there is room for a picture. Whoever waited longer comes first, so that a large one isn't passed by without end.</summary>
    /// <param name="bytes">What it takes: at most <see cref="Size"/>.</param>
    /// <returns>Its place; disposing it leaves.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It takes more than there is.</exception>
    public RoomPlace Enter(long bytes) => bytes <= size ? _room.Enter(bytes) : throw new ArgumentOutOfRangeException(nameof(bytes));

#if NETFRAMEWORK
    // .NET Framework doesn't say what there is.
    private static long Available() => Environment.Is64BitProcess ? 4L << 30 : 1L << 30;
#else
    // A container's limit, where it has one.
    private static long Available() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
#endif
}
