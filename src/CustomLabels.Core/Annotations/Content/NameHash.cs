namespace CustomLabels.Annotations.Content;

/// <summary>Numbers that stand for names where there are too many names to keep.</summary>
internal static class NameHash
{
    /// <summary>FNV-1a, 64 bits, and never 0: of a million names, two have one number once in 37 million sets.</summary>
    public static ulong Of(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name) hash = unchecked((hash ^ letter) * 1099511628211UL);
        // The low bits are what tables choose a place by.
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }
}
