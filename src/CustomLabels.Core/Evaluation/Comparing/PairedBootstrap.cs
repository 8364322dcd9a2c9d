using System;
using System.Collections.Generic;
using CustomLabels.Evaluation.Figures;

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
        // Drawn images scatter a little less than fresh ones: the percentiles are expanded for that (Hesterberg 2015).
        var tail = images < 2 ? 0 : Tail(Math.Sqrt((double)images / (images - 1)) * Student.Quantile(images - 1));
        return (Quantile(differences, tail), Quantile(differences, 1 - tail));
    }

    // How much of the normal distribution is beyond a number (Abramowitz and Stegun 26.2.17, to 7.5e-8).
    private static double Tail(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
    }

    private static double Quantile(List<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var low = (int)place;
        return low + 1 < sorted.Count ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
