using System.Runtime.InteropServices;

namespace CustomLabels.Evaluation.Figures;

/// <summary>How often something was found that is there, was found and isn't there, and is there and wasn't found. What can't be told of them is null.</summary>
/// <param name="TruePositives">Found and there.</param>
/// <param name="FalsePositives">Found and not there.</param>
/// <param name="FalseNegatives">There and not found.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Counts(int TruePositives, int FalsePositives, int FalseNegatives)
{
    /// <summary>How much of what was found is there.</summary>
    public double? Precision => Part(TruePositives, TruePositives + FalsePositives);

    /// <summary>How much of what is there was found.</summary>
    public double? Recall => Part(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of both.</summary>
    public double? F1 => Part(2.0 * TruePositives, (2.0 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Both together.</summary>
    public static Counts operator +(Counts a, Counts b) =>
        new(a.TruePositives + b.TruePositives, a.FalsePositives + b.FalsePositives, a.FalseNegatives + b.FalseNegatives);

    private static double? Part(double part, double whole) => whole == 0 ? null : part / whole;
}
