using System;

namespace CustomLabels.Evaluation.Figures;

/// <summary>Where a proportion lies with 95 % confidence.</summary>
internal static class Interval
{
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's interval, for things that don't depend on each other: labels of whole images.</summary>
    /// <param name="hits">How many did.</param>
    /// <param name="all">How many could; more than 0, and not always a whole number.</param>
    public static (double Low, double High) Wilson(double hits, double all)
    {
        var part = hits / all;
        var square = Z * Z / all;
        var middle = (part + (square / 2)) / (1 + square);
        var half = Z / (1 + square) * Math.Sqrt((part * (1 - part) / all) + (square / (4 * all)));
        return (hits <= 0 ? 0 : Math.Max(0, middle - half), hits >= all ? 1 : Math.Min(1, middle + half));
    }

    /// <summary>Wilson's interval for boxes, of which those of one image are alike: as many independent ones count as would scatter as much between images as these do (design effect).</summary>
    /// <param name="hits">For each image, how many did.</param>
    /// <param name="all">For each image, how many could; images without any don't count.</param>
    /// <returns>Null for fewer than two images: of one nothing can be told.</returns>
    public static (double Low, double High)? ByImage(ReadOnlySpan<double> hits, ReadOnlySpan<double> all)
    {
        var (sumHits, sumAll, images) = (0.0, 0.0, 0);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] == 0) continue;
            (sumHits, sumAll, images) = (sumHits + hits[i], sumAll + all[i], images + 1);
        }

        if (images < 2) return null;
        var part = sumHits / sumAll;
        var scatter = 0.0;
        for (var i = 0; i < all.Length; i++) scatter += Square(hits[i] - (part * all[i]));
        var variance = scatter / (sumAll * sumAll) * images / (images - 1);
        // All or none: nothing scatters, and how alike boxes are can't be seen. An image is then taken for one.
        var effective = variance <= 0 || part <= 0 || part >= 1 ? images : part * (1 - part) / variance;
        var shrunk = effective * Square(Z / Student.Quantile(images - 1));
        return Wilson(part * shrunk, shrunk);
    }

    private static double Square(double number) => number * number;
}
