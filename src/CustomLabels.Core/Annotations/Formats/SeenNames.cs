using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Formats;

/// <summary>Remembers names by their hashes alone, in about sixteen bytes each.</summary>
internal sealed class SeenNames
{
    private ulong[] _hashes = new ulong[1024];
    private int _count;

    /// <summary>Remembers a name; false where it was there before.</summary>
    public bool Add(string name)
    {
        if (2 * _count >= _hashes.Length) Grow();
        return Add(_hashes, NameHash.Of(name)) && ++_count > 0;
    }

    private static bool Add(ulong[] hashes, ulong hash)
    {
        var mask = (ulong)hashes.Length - 1;
        var at = hash & mask;
        for (; hashes[at] != 0; at = (at + 1) & mask)
        {
            if (hashes[at] == hash) return false;
        }

        hashes[at] = hash;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[2 * _hashes.Length];
        foreach (var hash in _hashes)
        {
            if (hash != 0) Add(larger, hash);
        }

        _hashes = larger;
    }
}
