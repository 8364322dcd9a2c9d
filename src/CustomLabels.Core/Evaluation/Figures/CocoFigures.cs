using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Evaluation.Figures;

/// <summary>The twelve figures of COCO, of all labels and of each: means over overlaps of .5 to .95. Not a number where there is no truth to tell by.</summary>
internal sealed class CocoFigures
{
    private const int Ap50Place = 1;
    private const int Ap75Place = 2;
    private const int Count = 12;

    private CocoFigures(double[] all, double[][] byLabel)
    {
        All = all;
        ByLabel = byLabel;
    }

    /// <summary>AP, AP50, AP75, AP of small, medium and large ones; AR with 1, 10 and 100 boxes an image and label, AR of small, medium and large ones.</summary>
    public double[] All { get; }

    /// <summary>The same of each label.</summary>
    public double[][] ByLabel { get; }

    /// <summary>Works them out.</summary>
    /// <param name="set">What is compared.</param>
    public static CocoFigures Of(EvaluationSet set)
    {
        var byLabel = new double[set.ByLabel.Length][];
        for (var i = 0; i < byLabel.Length; i++) byLabel[i] = OfLabel(new CocoPass(set.ByLabel[i]));
        return new CocoFigures(Means(byLabel), byLabel);
    }

    private static double[] OfLabel(CocoPass pass)
    {
        var figures = new double[Count];
        figures[0] = pass.MeanPrecision(CocoPass.AllAreas);
        figures[Ap50Place] = pass.Precision(0, CocoPass.AllAreas);
        figures[Ap75Place] = pass.Precision(5, CocoPass.AllAreas);
        for (var area = 1; area < CocoPass.AreaCount; area++)
        {
            figures[2 + area] = pass.MeanPrecision(area);
            figures[8 + area] = pass.MeanRecall(area, CocoPass.MostBoxes);
        }

        figures[6] = pass.MeanRecall(CocoPass.AllAreas, 1);
        figures[7] = pass.MeanRecall(CocoPass.AllAreas, 10);
        figures[8] = pass.MeanRecall(CocoPass.AllAreas, CocoPass.MostBoxes);
        return figures;
    }

    private static double[] Means(double[][] byLabel)
    {
        var means = new double[Count];
        for (var figure = 0; figure < Count; figure++)
        {
            var (sum, labels) = (0.0, 0);
            foreach (var label in byLabel)
            {
                if (double.IsNaN(label[figure])) continue;
                sum += label[figure];
                labels++;
            }

            means[figure] = labels == 0 ? double.NaN : sum / labels;
        }

        return means;
    }
}
