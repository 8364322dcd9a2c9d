using System;

namespace CustomLabels.Evaluation.Matching;

/// <summary>The boxes of one label. It is sorted once: the order among all images is also the order in each of them.</summary>
internal sealed class LabelBoxes
{
    /// <param name="truth">The truth, image by image.</param>
    /// <param name="found">What was found, image by image.</param>
    /// <param name="first">Room for a number for each image.</param>
    /// <param name="count">Room for a number for each image.</param>
    /// <param name="rank">Room for a number for each image.</param>
    public LabelBoxes(TruthBox[] truth, FoundBox[] found, int[] first, int[] count, int[] rank)
    {
        Truth = truth;
        Found = Sorted(found);
        FirstTruth = new int[found.Length];
        TruthCount = new int[found.Length];
        Rank = new int[found.Length];
        Array.Clear(count, 0, count.Length);
        Array.Clear(rank, 0, rank.Length);
        for (var i = 0; i < truth.Length; i++)
        {
            if (count[truth[i].Image]++ == 0) first[truth[i].Image] = i;
        }

        for (var i = 0; i < Found.Length; i++)
        {
            var image = Found[i].Image;
            FirstTruth[i] = first[image];
            TruthCount[i] = count[image];
            Rank[i] = rank[image]++;
        }
    }

    /// <summary>The truth, image by image.</summary>
    public TruthBox[] Truth { get; }

    /// <summary>What was found, the surest first; of equal ones by image, and then as they were answered.</summary>
    public FoundBox[] Found { get; }

    /// <summary>For each found box: where the truth of its image begins.</summary>
    public int[] FirstTruth { get; }

    /// <summary>For each found box: how many boxes of truth its image has.</summary>
    public int[] TruthCount { get; }

    /// <summary>For each found box: how many of its image come before it.</summary>
    public int[] Rank { get; }

    private static FoundBox[] Sorted(FoundBox[] found)
    {
        var keys = new double[found.Length];
        var places = new int[found.Length];
        for (var i = 0; i < found.Length; i++) (keys[i], places[i]) = (-found[i].Confidence, i);
        Array.Sort(keys, places);
        // Equal ones were put in any order: theirs is that of their places.
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++) { }
            if (to - from > 1) Array.Sort(places, from, to - from);
        }

        var sorted = new FoundBox[found.Length];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = found[places[i]];
        return sorted;
    }
}
