using System;

namespace CustomLabels.Usage;

/// <summary>What usage is summed by.</summary>
[Flags]
internal enum UsageGroups
{
    None = 0,

    /// <summary>A sum for each model.</summary>
    Model = 1,

    /// <summary>A sum for each project.</summary>
    Project = 2,

    /// <summary>A sum for each day, UTC.</summary>
    Day = 4,
}
