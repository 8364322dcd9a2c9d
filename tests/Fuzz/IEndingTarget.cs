using System.Collections.Generic;

namespace CustomLabels.Fuzz;

/// <summary>A target that has something to check, and to stop, when all inputs are through.</summary>
public interface IEndingTarget : IFuzzTarget
{
    /// <summary>Checks and stops. Whatever it throws is a finding.</summary>
    /// <returns>Figures, for people.</returns>
    IReadOnlyList<string> End();
}
