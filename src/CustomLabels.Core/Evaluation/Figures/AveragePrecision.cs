using System;

namespace CustomLabels.Evaluation.Figures;

/// <summary>The area under a curve of precision over recall, in the ways that are in use. All are told the precision at each hit, the surest first; not a number without truth.</summary>
internal static class AveragePrecision
{
    /// <summary>What COCO adds to a divisor.</summary>
    public const double Spacing = 2.220446049250313e-16;

    private const int CocoPoints = 101;
    private const int VocPoints = 11;

    /// <summary>The mean of the precision at 101 recalls.</summary>
    /// <param name="precisions">The precision at each hit; changed: it is made to fall only.</param>
    /// <param name="hits">How many hits there are.</param>
    /// <param name="truth">How many there could be.</param>
    public static double OfCoco(double[] precisions, int hits, int truth) => OfPoints(precisions, hits, truth, CocoPoints, 0.01);

    /// <summary>The mean of the precision at 11 recalls, as PASCAL VOC had it until 2009.</summary>
    public static double OfVoc11(double[] precisions, int hits, int truth) => OfPoints(precisions, hits, truth, VocPoints, 0.1);

    /// <summary>All of the area under the curve that only falls, as PASCAL VOC has it since 2010.</summary>
    public static double OfVoc(double[] precisions, int hits, int truth)
    {
        Envelop(precisions, hits);
        return OfSteps(precisions, hits, truth);
    }

    /// <summary>The precision at each hit over all of the truth, as scikit-learn has it for labels of whole images.</summary>
    public static double OfSteps(double[] precisions, int hits, int truth)
    {
        if (truth == 0) return double.NaN;
        var sum = 0.0;
        for (var i = 0; i < hits; i++) sum += precisions[i];
        return sum / truth;
    }

    private static double OfPoints(double[] precisions, int hits, int truth, int points, double step)
    {
        if (truth == 0) return double.NaN;
        Envelop(precisions, hits);
        var (sum, hit) = (0.0, 1);
        for (var i = 0; i < points; i++)
        {
            // Multiplied, not divided: 7 of 10 is less than 70 * 0.01, and the oracle says so too.
            while (hit <= hits && (double)hit / truth < i * step) hit++;
            if (hit > hits) break;
            sum += precisions[hit - 1];
        }

        return sum / points;
    }

    private static void Envelop(double[] precisions, int hits)
    {
        for (var i = hits - 2; i >= 0; i--) precisions[i] = Math.Max(precisions[i], precisions[i + 1]);
    }
}
