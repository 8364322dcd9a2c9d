using System.Collections.Generic;
using static System.FormattableString;

namespace CustomLabels.Api.Constraints;

/// <summary>How large a number may be.</summary>
/// <param name="Min">The least; null for no bound.</param>
/// <param name="Max">The most; null for no bound.</param>
internal sealed record NumberRule(int? Min, int? Max)
{
    /// <summary>What a number violates, in the words of AWS's front end; NaN violates every bound.</summary>
    public IEnumerable<string> Violations(double value)
    {
        if (Min is { } min && !(value >= min)) yield return Invariant($"Member must have value greater than or equal to {min}");
        if (Max is { } max && value > max) yield return Invariant($"Member must have value less than or equal to {max}");
    }
}
