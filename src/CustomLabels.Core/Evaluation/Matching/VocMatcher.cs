namespace CustomLabels.Evaluation.Matching;

/// <summary>PASCAL VOC's matching: a box is held against the truth that it overlaps most, and there is no second choice. A truth that was found is not found again.</summary>
internal static class VocMatcher
{
    /// <summary>What each found box of a label is.</summary>
    /// <param name="boxes">The label's boxes, in pixels.</param>
    /// <param name="least">The least overlap, 0 to 1.</param>
    public static Match[] Match(LabelBoxes boxes, double least)
    {
        var matches = new Match[boxes.Found.Length];
        var taken = new bool[boxes.Truth.Length];
        for (var i = 0; i < matches.Length; i++)
        {
            var (best, truth) = (0.0, -1);
            for (int j = boxes.FirstTruth[i], end = j + boxes.TruthCount[i]; j < end; j++)
            {
                var overlap = Overlap.OfPixels(boxes.Truth[j].Box, boxes.Found[i].Box);
                if (overlap > best) (best, truth) = (overlap, j);
            }

            if (truth < 0 || best < least) matches[i] = Matching.Match.None;
            else if (boxes.Truth[truth].IsIgnored) matches[i] = new Match(truth, IsIgnored: true, best);
            else if (taken[truth]) matches[i] = Matching.Match.None;
            else
            {
                taken[truth] = true;
                matches[i] = new Match(truth, IsIgnored: false, best);
            }
        }

        return matches;
    }
}
