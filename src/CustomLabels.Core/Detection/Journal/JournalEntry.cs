using System.Runtime.InteropServices;

namespace CustomLabels.Detection.Journal;

/// <summary>Where a line is, and what tells whether it is about a file as that is now.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Length">The image's bytes; -1 where the line doesn't say.</param>
/// <param name="WriteTicks">When the file was last written, in ticks of UTC; 0 where the line doesn't say.</param>
/// <param name="HasFailed">Whether the image failed.</param>
/// <param name="Earlier">The entry before this one of the same source and request; -1 for the first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalEntry(long Offset, int Size, long Length, long WriteTicks, bool HasFailed, int Earlier)
{
    public const int None = -1;

    /// <summary>Whether a file of this length and time is the one the line is about, by that alone.</summary>
    public bool Fits(long length, long writeTicks) => Length == length && WriteTicks == writeTicks;
}
