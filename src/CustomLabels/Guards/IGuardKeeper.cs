using System.Collections.Generic;

namespace CustomLabels.Guards;

/// <summary>One scheduler of the system, which runs guards.</summary>
internal interface IGuardKeeper
{
    /// <summary>Its kind.</summary>
    GuardKind Kind { get; }

    /// <summary>Exactly what <see cref="Install"/> would write, and where. Nothing is asked.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a path can't be written.</exception>
    string Preview(GuardPlan plan);

    /// <summary>Installs a guard, or changes the one that is installed.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.GuardUnavailable"/>: it can't be; then nothing is installed that was not before.</exception>
    void Install(GuardPlan plan);

    /// <summary>Has the system make one pass, and waits for its end.</summary>
    /// <returns>What is known if the pass has left no result.</returns>
    string Pass(GuardPlan plan);

    /// <summary>The guard that is installed; null where there is none.</summary>
    ModelGuard? Find(GuardPlace place);

    /// <summary>Removes a guard, and nothing else.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.GuardUnavailable"/>: it can't be removed.</exception>
    void Remove(GuardPlace place);

    /// <summary>What may keep a guard from passing, as sentences.</summary>
    IEnumerable<string> Warnings();
}
