using System;

namespace CustomLabels.Evaluation.Figures;

/// <summary>Student's distribution: what few images scatter tells less than what many do.</summary>
internal static class Student
{
    private const double Z = 1.959963984540054;

    /// <summary>The 97.5 % quantile (Abramowitz and Stegun 26.7.5; of one and two degrees of freedom exactly).</summary>
    /// <param name="freedom">The degrees of freedom, 1 and up.</param>
    public static double Quantile(int freedom)
    {
        if (freedom == 1) return 12.706204736432095;
        if (freedom == 2) return 4.302652729911275;
        double n = freedom;
        var (z3, z5, z7, z9) = (Math.Pow(Z, 3), Math.Pow(Z, 5), Math.Pow(Z, 7), Math.Pow(Z, 9));
        return Z + ((z3 + Z) / (4 * n)) + (((5 * z5) + (16 * z3) + (3 * Z)) / (96 * n * n)) + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * Z)) / (384 * n * n * n))
            + (((79 * z9) + (776 * z7) + (1482 * z5) - (1920 * z3) - (945 * Z)) / (92160 * n * n * n * n));
    }
}
