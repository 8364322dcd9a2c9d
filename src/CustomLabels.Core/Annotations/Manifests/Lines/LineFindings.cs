using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>What is wrong with one line.</summary>
internal sealed class LineFindings
{
    private readonly List<(ManifestRule Rule, string Found)> _all = [];

    /// <summary>Each finding, in the order in which the rules were asked.</summary>
    public IReadOnlyList<(ManifestRule Rule, string Found)> All => _all;

    /// <summary>Whether the line is lost and counts as invalid.</summary>
    public bool IsInvalid => Has(RuleLoss.Line);

    /// <summary>Whether the line is not used and does not count as invalid.</summary>
    public bool IsIgnored => !IsInvalid && Has(RuleLoss.IgnoredLine);

    /// <summary>How many boxes are lost by themselves.</summary>
    public int LostBoxes => _all.Count(finding => RuleCatalogue.Of(finding.Rule).Loss == RuleLoss.Box);

    /// <summary>Whether a rule is broken.</summary>
    public bool Has(ManifestRule rule) => _all.Any(finding => finding.Rule == rule);

    /// <summary>Adds a finding.</summary>
    public void Add(ManifestRule rule, string found) => _all.Add((rule, found));

    private bool Has(RuleLoss loss) => _all.Any(finding => RuleCatalogue.Of(finding.Rule).Loss == loss);
}
