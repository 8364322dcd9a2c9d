using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Comparing;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Evidence;

namespace CustomLabels.Coverage;

/// <summary>How often two models that are equally good are called better or worse: it should be 5 %.</summary>
/// <param name="Better">How often better.</param>
/// <param name="Worse">How often worse.</param>
internal sealed record ComparisonProof(double Better, double Worse)
{
    private const int Images = 100;
    private const int Labels = 3;
    private const int Resamples = 1000;
    private const double Threshold = 50;

    /// <summary>Compares pairs of equal models.</summary>
    /// <param name="metric">By what.</param>
    /// <param name="seeds">How many pairs.</param>
    public static ComparisonProof Run(ComparisonMetric metric, int seeds)
    {
        var (better, worse) = (0, 0);
        var places = Enumerable.Range(0, Images).ToArray();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var (first, second) = Models(new Chance(seed));
            var (low, high) = PairedBootstrap.Interval(new ModelFigure(first, metric, places).Of, new ModelFigure(second, metric, places).Of, Images, Resamples, seed);
            if (low > 0) better++;
            if (high < 0) worse++;
        }

        return new ComparisonProof((double)better / seeds, (double)worse / seeds);
    }

    // The same pictures, some of which are hard for both.
    private static (EvaluationEvidence First, EvaluationEvidence Second) Models(Chance chance)
    {
        var first = new List<LabelEvidence>();
        var second = new List<LabelEvidence>();
        for (var label = 0; label < Labels; label++)
        {
            var truth = new List<int>();
            var (one, other) = (new List<(double, int, bool)>(), new List<(double, int, bool)>());
            for (var image = 0; image < Images; image++)
            {
                var ease = chance.Normal();
                for (int i = 0, boxes = chance.Poisson(1.5); i < boxes; i++)
                {
                    truth.Add(image);
                    if (chance.Happens(0.9)) one.Add((Confidence(chance, ease + 1), image, true));
                    if (chance.Happens(0.9)) other.Add((Confidence(chance, ease + 1), image, true));
                }

                for (int i = 0, boxes = chance.Poisson(1); i < boxes; i++) one.Add((Confidence(chance, -ease), image, false));
                for (int i = 0, boxes = chance.Poisson(1); i < boxes; i++) other.Add((Confidence(chance, -ease), image, false));
            }

            first.Add(Evidence(one, truth));
            second.Add(Evidence(other, truth));
        }

        return (new EvaluationEvidence([], first), new EvaluationEvidence([], second));
    }

    private static double Confidence(Chance chance, double logit) => 100 / (1 + Math.Exp(-logit - chance.Normal()));

    private static LabelEvidence Evidence(List<(double Confidence, int Image, bool IsTrue)> found, List<int> truth)
    {
        var sorted = found.OrderByDescending(one => one.Confidence).ToArray();
        var curve = new LabelCurve(Array.ConvertAll(sorted, one => one.Confidence), Array.ConvertAll(sorted, one => one.Image), Array.ConvertAll(sorted, one => one.IsTrue), truth.ToArray());
        return new LabelEvidence("label", curve, Threshold) { Curve50 = curve };
    }
}
