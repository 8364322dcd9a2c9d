using System.Collections.Generic;
using static System.FormattableString;

namespace CustomLabels.Api.Constraints;

/// <summary>How long a text, a blob, a list or a map may be.</summary>
/// <param name="Min">The least; null for no bound.</param>
/// <param name="Max">The most; null for no bound.</param>
internal sealed record LengthRule(int? Min, int? Max)
{
    /// <summary>What a length violates, in the words of AWS's front end.</summary>
    public IEnumerable<string> Violations(int length)
    {
        if (length < Min) yield return AtLeast(Min);
        if (length > Max) yield return AtMost(Max);
    }

    /// <summary>The bounds in the words of AWS's front end, for a list's members.</summary>
    public IEnumerable<string> Bounds()
    {
        if (Max is { } max) yield return AtMost(max);
        if (Min is { } min) yield return AtLeast(min);
    }

    private static string AtLeast(int? min) => Invariant($"Member must have length greater than or equal to {min}");

    private static string AtMost(int? max) => Invariant($"Member must have length less than or equal to {max}");
}
