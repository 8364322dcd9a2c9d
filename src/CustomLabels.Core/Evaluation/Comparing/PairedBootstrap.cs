using System;
using System.Collections.Generic;

namespace CustomLabels.Evaluation.Comparing;

/// <summary>How much the difference of two figures could be by chance: images are drawn anew, with both models' answers to each, and both figures told of them.</summary>
internal static class PairedBootstrap
{
    /// <summary>The 95 % interval of the difference.</summary>
    /// <param name="first">The first figure of images drawn so often.</param>
    /// <param name="second">The second.</param>
    /// <param name="images">How many images there are.</param>
    /// <param name="resamples">How often to draw.</param>
    /// <param name="seed">Which draws: the same seed gives the same interval.</param>
    public static (double Low, double High) Interval(Func<int[], double> first, Func<int[], double> second, int images, int resamples, int seed)
    {
        var random = new Random(seed);
        var differences = new List<double>(resamples);
        var weights = new int[images];
        for (var i = 0; i < resamples; i++)
        {
            Array.Clear(weights, 0, images);
            for (var j = 0; j < images; j++) weights[random.Next(images)]++;
            var difference = second(weights) - first(weights);
            if (!double.IsNaN(difference)) differences.Add(difference);
        }

        if (differences.Count == 0) return (-1, 1);
        differences.Sort();
        return (Quantile(differences, 0.025), Quantile(differences, 0.975));
    }

    private static double Quantile(List<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var low = (int)place;
        return low + 1 < sorted.Count ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
