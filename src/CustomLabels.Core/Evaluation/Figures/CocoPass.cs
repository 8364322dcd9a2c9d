using System;
using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Evaluation.Figures;

/// <summary>Matches the boxes of one label at ten overlaps and in four ranges of areas at once: one way through the boxes in the order of confidence.</summary>
internal sealed class CocoPass
{
    /// <summary>The range that takes every area.</summary>
    public const int AllAreas = 0;

    /// <summary>All, small, medium, large.</summary>
    public const int AreaCount = 4;

    /// <summary>So many boxes of an image and label count; the least sure ones beyond don't.</summary>
    public const int MostBoxes = 100;

    private const int OverlapCount = 10;
    private const int FewBoxes = 10;

    // Both ends belong to a range: an area of 1024 is small and medium.
    private static readonly double[] Lowest = [0, 0, 1024, 9216];
    private static readonly double[] Highest = [1e10, 1024, 9216, 1e10];
    private static readonly double[] Bars = Overlaps();

    private readonly LabelBoxes _boxes;
    private readonly int[] _truth = new int[AreaCount];
    private readonly bool[][] _isOutside = new bool[AreaCount][];
    private readonly ushort[][] _taken = new ushort[AreaCount][];
    private readonly int[] _true = new int[AreaCount * OverlapCount];
    private readonly int[] _false = new int[AreaCount * OverlapCount];
    private readonly double[][] _precisions = new double[AreaCount * OverlapCount][];
    private readonly int[] _first = new int[OverlapCount];
    private readonly int[] _few = new int[OverlapCount];
    private double[] _overlaps = new double[16];

    /// <param name="boxes">The label's boxes.</param>
    public CocoPass(LabelBoxes boxes)
    {
        _boxes = boxes;
        for (var area = 0; area < AreaCount; area++) Begin(area);
        for (var i = 0; i < boxes.Found.Length; i++)
        {
            if (boxes.Rank[i] < MostBoxes) Take(i);
        }
    }

    /// <summary>Average precision over all overlaps; not a number without truth.</summary>
    public double MeanPrecision(int area)
    {
        var sum = 0.0;
        for (var overlap = 0; overlap < OverlapCount; overlap++) sum += Precision(overlap, area);
        return sum / OverlapCount;
    }

    /// <summary>Average precision at one overlap; not a number without truth.</summary>
    public double Precision(int overlap, int area)
    {
        var place = Place(overlap, area);
        return AveragePrecision.OfCoco(_precisions[place], _true[place], _truth[area]);
    }

    /// <summary>Recall over all overlaps; not a number without truth.</summary>
    /// <param name="area">The range of areas.</param>
    /// <param name="most">1, 10 or 100 boxes of an image; fewer than 100 for all areas only.</param>
    public double MeanRecall(int area, int most)
    {
        if (_truth[area] == 0) return double.NaN;
        var sum = 0.0;
        for (var overlap = 0; overlap < OverlapCount; overlap++)
            sum += (double)(most == 1 ? _first[overlap] : most == FewBoxes ? _few[overlap] : _true[Place(overlap, area)]) / _truth[area];
        return sum / OverlapCount;
    }

    private static int Place(int overlap, int area) => (area * OverlapCount) + overlap;

    // As numpy.linspace has them: the ninth is 0.8999999999999999.
    private static double[] Overlaps()
    {
        var overlaps = new double[OverlapCount];
        for (var i = 0; i < OverlapCount; i++) overlaps[i] = CocoMatcher.Bar(0.5 + (i * 0.049999999999999996));
        return overlaps;
    }

    private void Begin(int area)
    {
        var truth = _boxes.Truth;
        _taken[area] = new ushort[truth.Length];
        _isOutside[area] = new bool[truth.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            // All areas are all of them, also one that nobody knows.
            var isOutside = truth[i].IsIgnored || (area != AllAreas && !(truth[i].Area >= Lowest[area] && truth[i].Area <= Highest[area]));
            _isOutside[area][i] = isOutside;
            if (!isOutside) _truth[area]++;
        }

        for (var overlap = 0; overlap < OverlapCount; overlap++) _precisions[Place(overlap, area)] = new double[_truth[area]];
    }

    private void Take(int found)
    {
        var (first, count) = (_boxes.FirstTruth[found], _boxes.TruthCount[found]);
        if (_overlaps.Length < count) _overlaps = new double[count * 2];
        var most = 0.0;
        for (var i = 0; i < count; i++)
        {
            ref readonly var truth = ref _boxes.Truth[first + i];
            _overlaps[i] = Overlap.Of(truth.Box, _boxes.Found[found].Box, truth.IsIgnored);
            most = Math.Max(most, _overlaps[i]);
        }

        var size = _boxes.Found[found].Box.Area;
        for (var area = 0; area < AreaCount; area++)
        {
            var isInside = area == AllAreas || (size >= Lowest[area] && size <= Highest[area]);
            for (var overlap = 0; overlap < OverlapCount; overlap++)
            {
                var truth = most < Bars[overlap] ? -1 : Best(first, count, overlap, area);
                if (truth < 0)
                {
                    if (isInside) _false[Place(overlap, area)]++;
                    continue;
                }

                _taken[area][truth] |= (ushort)(1 << overlap);
                if (!_isOutside[area][truth]) Count(found, overlap, area);
            }
        }
    }

    private void Count(int found, int overlap, int area)
    {
        var place = Place(overlap, area);
        var hits = ++_true[place];
        _precisions[place][hits - 1] = hits / (hits + _false[place] + AveragePrecision.Spacing);
        if (area != AllAreas) return;
        if (_boxes.Rank[found] < 1) _first[overlap]++;
        if (_boxes.Rank[found] < FewBoxes) _few[overlap]++;
    }

    // What is ignored is a second choice only.
    private int Best(int first, int count, int overlap, int area)
    {
        var best = Best(first, count, overlap, area, isOutside: false);
        return best >= 0 ? best : Best(first, count, overlap, area, isOutside: true);
    }

    private int Best(int first, int count, int overlap, int area, bool isOutside)
    {
        var (best, truth, bit) = (Bars[overlap], -1, 1 << overlap);
        var (outside, taken) = (_isOutside[area], _taken[area]);
        for (var i = 0; i < count; i++)
        {
            var place = first + i;
            if (outside[place] != isOutside || _overlaps[i] < best || ((taken[place] & bit) != 0 && !_boxes.Truth[place].IsIgnored)) continue;
            (best, truth) = (_overlaps[i], place);
        }

        return truth;
    }
}
