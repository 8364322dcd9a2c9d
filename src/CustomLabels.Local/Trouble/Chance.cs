namespace CustomLabels.Local.Trouble;

/// <summary>Random numbers by place instead of by order: the same seed meets the same calls, whatever else is drawn meanwhile.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014), which needs no state but the place.</remarks>
internal static class Chance
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 up to, not including, 1.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of the independent rows of numbers.</param>
    /// <param name="index">The place in the row.</param>
    public static double At(int seed, int stream, long index)
    {
        var row = Mix(unchecked(((ulong)(uint)seed << 32) | (uint)stream));
        return (Mix(unchecked(row + ((ulong)index * Golden))) >> 11) / (double)(1UL << 53);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += Golden;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
