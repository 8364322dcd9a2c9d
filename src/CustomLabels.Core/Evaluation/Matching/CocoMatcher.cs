using System;

namespace CustomLabels.Evaluation.Matching;

/// <summary>COCO's matching: the surest box first takes the best truth that is still free. An overlap equal to the least one matches, and of equally good truths the later one wins.</summary>
internal static class CocoMatcher
{
    // The oracle's: an overlap of 1 has to match also where arithmetic leaves less of it.
    private const double MostLeast = 1 - 1e-10;

    /// <summary>What each found box of a label is.</summary>
    /// <param name="boxes">The label's boxes.</param>
    /// <param name="least">The least overlap, 0 to 1.</param>
    public static Match[] Match(LabelBoxes boxes, double least)
    {
        var matches = new Match[boxes.Found.Length];
        var taken = new bool[boxes.Truth.Length];
        for (var i = 0; i < matches.Length; i++)
        {
            var (first, end) = (boxes.FirstTruth[i], boxes.FirstTruth[i] + boxes.TruthCount[i]);
            var match = Best(boxes, i, first, end, least, taken, isIgnored: false);
            if (match.Truth < 0) match = Best(boxes, i, first, end, least, taken, isIgnored: true);
            if (match.Truth >= 0) taken[match.Truth] = true;
            matches[i] = match;
        }

        return matches;
    }

    /// <summary>The overlap that a truth has to reach.</summary>
    public static double Bar(double least) => Math.Min(least, MostLeast);

    private static Match Best(LabelBoxes boxes, int found, int first, int end, double least, bool[] taken, bool isIgnored)
    {
        var (best, truth) = (Bar(least), -1);
        for (var i = first; i < end; i++)
        {
            // A region of many may be found many times.
            if (boxes.Truth[i].IsIgnored != isIgnored || (taken[i] && !isIgnored)) continue;
            var overlap = Overlap.Of(boxes.Truth[i].Box, boxes.Found[found].Box, isIgnored);
            if (overlap < best) continue;
            (best, truth) = (overlap, i);
        }

        return truth < 0 ? Matching.Match.None : new Match(truth, isIgnored, best);
    }
}
