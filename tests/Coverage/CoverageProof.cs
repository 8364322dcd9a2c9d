using System;
using System.Collections.Generic;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Measuring;

namespace CustomLabels.Coverage;

/// <summary>How often the intervals of boxes hold the truth, where boxes of one picture are alike; and Wilson's plain formula beside them.</summary>
/// <param name="Recall">Of the recall.</param>
/// <param name="Precision">Of the precision.</param>
/// <param name="F1">Of F1.</param>
/// <param name="PlainRecall">Of the recall by the plain formula, which takes boxes for independent.</param>
internal sealed record CoverageProof(double Recall, double Precision, double F1, double PlainRecall)
{
    private const int Images = 100;
    private const double Found = 0.8;
    private const double WrongPerImage = 1;
    private const double MeanBoxes = 4;

    /// <summary>Measures models whose figures are known.</summary>
    /// <param name="correlation">Of the boxes of one picture, 0 to 1.</param>
    /// <param name="seeds">How many.</param>
    public static CoverageProof Run(double correlation, int seeds)
    {
        var (recalls, precisions, f1s, plain) = (0, 0, 0, 0);
        var intervals = new CurveIntervals(Images);
        const double Hits = MeanBoxes * Found;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var curve = Simulate(new Chance(seed), correlation);
            var (precision, recall, f1) = intervals.Of(curve, 0, isImageLevel: false);
            if (Holds(recall, Found)) recalls++;
            if (Holds(precision, Hits / (Hits + WrongPerImage))) precisions++;
            if (Holds(f1, 2 * Hits / (Hits + WrongPerImage + MeanBoxes))) f1s++;
            var (low, high) = Interval.Wilson(curve.At(0).TruePositives, curve.Truth);
            if (low <= Found && Found <= high) plain++;
        }

        return new CoverageProof((double)recalls / seeds, (double)precisions / seeds, (double)f1s / seeds, (double)plain / seeds);
    }

    /// <summary>Pictures with one box and more, of which each picture's model finds its own part; and wrong ones, which come together too.</summary>
    private static LabelCurve Simulate(Chance chance, double correlation)
    {
        var (images, isTrue, truth) = (new List<int>(), new List<bool>(), new List<int>());
        for (var image = 0; image < Images; image++)
        {
            var boxes = 1 + chance.Poisson(MeanBoxes - 1);
            var part = chance.Around(Found, correlation);
            for (var box = 0; box < boxes; box++)
            {
                truth.Add(image);
                if (!chance.Happens(part)) continue;
                images.Add(image);
                isTrue.Add(true);
            }

            // Four chances of a quarter each.
            var wrong = chance.Around(WrongPerImage / 4, correlation);
            for (var i = 0; i < 4; i++)
            {
                if (!chance.Happens(wrong)) continue;
                images.Add(image);
                isTrue.Add(false);
            }
        }

        return new LabelCurve(Array.ConvertAll(images.ToArray(), _ => 50.0), images.ToArray(), isTrue.ToArray(), truth.ToArray());
    }

    private static bool Holds(ConfidenceInterval? interval, double value) => interval is not null && interval.Low <= value && value <= interval.High;
}
