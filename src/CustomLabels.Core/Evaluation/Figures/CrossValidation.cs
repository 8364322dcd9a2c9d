using System;
using System.Collections.Generic;

namespace CustomLabels.Evaluation.Figures;

/// <summary>What thresholds come to on images that they weren't chosen on: each part is judged by the threshold that the other parts choose.</summary>
internal static class CrossValidation
{
    /// <summary>Deals units (images, or groups of them) into parts of like size.</summary>
    /// <param name="units">For each image its unit, from 0.</param>
    /// <param name="folds">How many parts.</param>
    /// <param name="seed">Which of the ways.</param>
    /// <returns>For each image its part.</returns>
    public static int[] Parts(int[] units, int folds, int seed)
    {
        var count = 0;
        foreach (var unit in units) count = Math.Max(count, unit + 1);
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        var random = new Random(seed);
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        var partOf = new int[count];
        for (var i = 0; i < count; i++) partOf[order[i]] = i % folds;
        return Array.ConvertAll(units, unit => partOf[unit]);
    }

    /// <summary>The counts of all parts together; null where fewer units have the label than there are parts.</summary>
    /// <param name="curve">The label.</param>
    /// <param name="goal">What thresholds are to reach.</param>
    /// <param name="floor">The confidence that was asked for, 0 to 100.</param>
    /// <param name="units">For each image its unit.</param>
    /// <param name="parts">For each image its part.</param>
    /// <param name="folds">How many parts.</param>
    public static Counts? Of(LabelCurve curve, ThresholdGoal goal, double floor, int[] units, int[] parts, int folds)
    {
        if (new HashSet<int>(Array.ConvertAll(curve.TruthImages, image => units[image])).Count < folds) return null;
        var thresholds = new double[folds];
        // What reaches the goal nowhere is found nowhere.
        for (var part = 0; part < folds; part++) thresholds[part] = BestThreshold.Of(curve, goal, floor, parts, part)?.Value ?? double.PositiveInfinity;
        var (hits, misses) = (0, 0);
        for (var i = 0; i < curve.Images.Length; i++)
        {
            if (curve.Confidences[i] < thresholds[parts[curve.Images[i]]]) continue;
            if (curve.IsTrue[i]) hits++;
            else misses++;
        }

        return new Counts(hits, misses, curve.Truth - hits);
    }
}
