using System.Runtime.InteropServices;

namespace CustomLabels.Evaluation.Matching;

/// <summary>What a found box turned out to be.</summary>
/// <param name="Truth">The place of the truth that it found among its label's; -1 for none.</param>
/// <param name="IsIgnored">Whether it counts neither for nor against.</param>
/// <param name="Overlap">Its overlap with that truth; 0 for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int Truth, bool IsIgnored, double Overlap)
{
    /// <summary>Nothing was there.</summary>
    public static readonly Match None = new(-1, IsIgnored: false, 0);

    /// <summary>Whether it counts for.</summary>
    public bool IsTrue => Truth >= 0 && !IsIgnored;
}
