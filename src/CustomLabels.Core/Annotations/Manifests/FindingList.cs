using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Annotations.Manifests;

/// <summary>What is wrong with manifests. Counts everything, and keeps the first places of each rule only: a million bad lines are no million objects.</summary>
internal sealed class FindingList
{
    /// <summary>How many findings of a rule are kept of each manifest.</summary>
    public const int ShownPerRule = 20;

    private readonly List<ManifestTestFinding> _findings = [];
    private readonly List<string> _files = [];
    private readonly Dictionary<(ManifestRule Rule, string File), long> _counts = [];

    /// <summary>Adds a finding.</summary>
    /// <param name="file">The manifest.</param>
    /// <param name="line">The line, from 1; null for the manifest as a whole.</param>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="found">What was found, and what is allowed.</param>
    public void Add(string file, int? line, ManifestRule rule, string found)
    {
        if (!_files.Contains(file)) _files.Add(file);
        _counts.TryGetValue((rule, file), out var count);
        _counts[(rule, file)] = count + 1;
        if (count >= ShownPerRule) return;
        var description = RuleCatalogue.Of(rule);
        _findings.Add(new ManifestTestFinding(rule, description.Code, description.Severity, file, line, found, description.Action));
    }

    /// <summary>The findings that were kept: the manifests in the order in which they were read, each as a whole before its lines.</summary>
    public IReadOnlyList<ManifestTestFinding> Findings => _findings.OrderBy(finding => _files.IndexOf(finding.File)).ThenBy(finding => finding.Line ?? 0).ToArray();

    /// <summary>How often each rule is broken, worst first.</summary>
    public IReadOnlyList<ManifestRuleCount> Counts => _counts.GroupBy(pair => pair.Key.Rule, (rule, pairs) => (Rule: RuleCatalogue.Of(rule), Pairs: pairs.ToArray()))
        .OrderBy(one => one.Rule.Severity).ThenBy(one => one.Rule.Rule)
        .Select(one => new ManifestRuleCount(one.Rule.Rule, one.Rule.Code, one.Rule.Severity, one.Pairs.Sum(pair => pair.Value), one.Pairs.Sum(pair => (int)System.Math.Min(pair.Value, ShownPerRule))))
        .ToArray();
}
