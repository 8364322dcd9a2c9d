using System.Collections.Generic;

namespace CustomLabels.Detection.Journal;

/// <summary>Finds the lines about a source and a request. Keeps of each line where it is and little else: results are read when they are due.</summary>
/// <remarks>Filled once; safe for concurrent reading then. Lines of the run itself are not in it: an image that is given twice is asked about twice.</remarks>
internal sealed class JournalIndex
{
    private readonly Dictionary<JournalKey, int> _latest = [];
    private readonly List<JournalEntry> _entries = [];
    private readonly SortedSet<double> _leastConfidences = [];

    /// <summary>Whether there are images without a place of their own, which are found by content alone.</summary>
    public bool HasContents { get; private set; }

    /// <summary>The confidences that whole answers were asked with, the lowest first.</summary>
    public IReadOnlyCollection<double> LeastConfidences => _leastConfidences;

    /// <summary>Takes a line in.</summary>
    /// <param name="image">What it says.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="size">Its bytes.</param>
    public void Add(JournalImage image, long offset, int size)
    {
        if (image.Source is { Bucket: not null, S3Version: null }) return;
        HasContents |= !image.Source.HasPlace;
        if (image.Request is { MinConfidence: { } least, MaxResults: null }) _leastConfidences.Add(least);
        var key = image.Key;
        if (!_latest.TryGetValue(key, out var earlier)) earlier = JournalEntry.None;
        _latest[key] = _entries.Count;
        _entries.Add(new JournalEntry(offset, size, image.Length ?? JournalEntry.None, image.LastWriteTimeUtc?.Ticks ?? 0, image.Error is not null, earlier));
    }

    /// <summary>The lines of a key, the latest first.</summary>
    public IEnumerable<JournalEntry> Find(JournalKey key)
    {
        if (!_latest.TryGetValue(key, out var next)) next = JournalEntry.None;
        for (; next >= 0; next = _entries[next].Earlier) yield return _entries[next];
    }
}
