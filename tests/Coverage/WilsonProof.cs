using System;
using System.Collections.Generic;
using CustomLabels.Evaluation.Figures;

namespace CustomLabels.Coverage;

/// <summary>The formula for things that don't depend on each other: how often it covers is told exactly, by the binomial distribution.</summary>
internal static class WilsonProof
{
    /// <summary>The mean and the least exact coverage over proportions of .05 to .95.</summary>
    /// <param name="count">How many things there are.</param>
    public static (double Mean, double Least) Of(int count)
    {
        var coverages = new List<double>();
        for (var part = 0.05; part < 0.9501; part += 0.005)
        {
            // As a logarithm: of many things the probability of none is less than a double can be.
            var (covered, mass) = (0.0, count * Math.Log(1 - part));
            for (var hits = 0; hits <= count; hits++)
            {
                var (low, high) = Interval.Wilson(hits, count);
                if (low <= part && part <= high) covered += Math.Exp(mass);
                if (hits < count) mass += Math.Log((double)(count - hits) / (hits + 1) * part / (1 - part));
            }

            coverages.Add(covered);
        }

        var (sum, least) = (0.0, 1.0);
        foreach (var coverage in coverages) (sum, least) = (sum + coverage, Math.Min(least, coverage));
        return (sum / coverages.Count, least);
    }
}
