using System.Collections.Generic;
using System.Linq;

namespace CustomLabels;

/// <summary>How a manifest compares with every documented rule of the service. Nothing was sent for it.</summary>
public sealed record ManifestTestResult
{
    /// <summary>Full path of the training manifest.</summary>
    public string LiteralPath { get; init; } = "";

    /// <summary>Whether no finding is Terminal or Error. A Warning or an Unclear one doesn't count; <see cref="Summary"/> tells of them too.</summary>
    public bool IsValid => Counts.All(count => count.Severity is ManifestSeverity.Warning or ManifestSeverity.Unclear);

    /// <summary>What the service would do.</summary>
    public ManifestVerdict Verdict { get; init; }

    /// <summary>The verdict in one sentence or two, with its reason or its figures.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the training manifest comes to.</summary>
    public ManifestStatistics? Training { get; init; }

    /// <summary>What the testing manifest comes to; null without one.</summary>
    public ManifestStatistics? Testing { get; init; }

    /// <summary>Each label and how often it is used, which may be never, in the order of the names; of the first 10,000 labels.</summary>
    public IReadOnlyList<ManifestLabelCount> Labels { get; init; } = [];

    /// <summary>What is wrong: of each rule the first 20 places in each manifest. Those of a manifest as a whole come before those of its lines.</summary>
    public IReadOnlyList<ManifestTestFinding> Findings { get; init; } = [];

    /// <summary>How often each rule is broken, worst first.</summary>
    public IReadOnlyList<ManifestRuleCount> Counts { get; init; } = [];

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{LiteralPath}: {Summary}";
}
