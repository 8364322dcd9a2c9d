using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Figures;

namespace CustomLabels.Coverage;

/// <summary>How far F1 at a chosen threshold is from what the same threshold gives on fresh pictures: as cross-validation tells it, and as the pictures tell that it was chosen on.</summary>
/// <param name="CrossValidated">Mean of (cross-validated F1 less F1 on fresh pictures).</param>
/// <param name="Optimism">Mean of (F1 on the same pictures less F1 on fresh ones).</param>
internal sealed record CrossValidationProof(double CrossValidated, double Optimism)
{
    private const int Images = 100;
    private const int Fresh = 20000;
    private const int Folds = 10;
    private const double IsThere = 0.3;

    /// <summary>Chooses and judges.</summary>
    /// <param name="seeds">How often.</param>
    public static CrossValidationProof Run(int seeds)
    {
        var (crossed, optimism) = (0.0, 0.0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var chance = new Chance(seed);
            var curve = Simulate(chance, Images);
            var best = BestThreshold.Of(curve, ThresholdGoal.F1)!.Value;
            var fresh = Simulate(chance, Fresh).At(best.Value).F1!.Value;
            var units = Enumerable.Range(0, Images).ToArray();
            var parts = CrossValidation.Parts(units, Folds, seed);
            crossed += CrossValidation.Of(curve, ThresholdGoal.F1, 0, units, parts, Folds)!.Value.F1!.Value - fresh;
            optimism += best.Counts.F1!.Value - fresh;
        }

        return new CrossValidationProof(crossed / seeds, optimism / seeds);
    }

    // A model that is surer where the label is, by one and a half of what it scatters.
    private static LabelCurve Simulate(Chance chance, int images)
    {
        var found = new List<(double Confidence, int Image, bool IsTrue)>();
        for (var image = 0; image < images; image++)
        {
            var isThere = chance.Happens(IsThere);
            found.Add((100 / (1 + Math.Exp(-(chance.Normal() + (isThere ? 1.5 : 0)))), image, isThere));
        }

        var sorted = found.OrderByDescending(one => one.Confidence).ToArray();
        return new LabelCurve(
            Array.ConvertAll(sorted, one => one.Confidence), Array.ConvertAll(sorted, one => one.Image), Array.ConvertAll(sorted, one => one.IsTrue), sorted.Where(one => one.IsTrue).Select(one => one.Image).ToArray());
    }
}
