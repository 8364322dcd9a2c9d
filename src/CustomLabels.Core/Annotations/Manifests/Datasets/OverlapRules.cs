using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Rules for what the labels of two manifests have in common.</summary>
internal static class OverlapRules
{
    /// <summary>Tests a pair of manifests: common labels of all training labels.</summary>
    public static void Check(Dataset training, Dataset testing, FindingList findings)
    {
        if (Compare([.. training.Totals.Labels.Keys], testing.Totals.Labels.ContainsKey) is { } overlap)
            findings.Add(testing.Totals.File, line: null, ManifestRule.LabelOverlapTooSmall, $"Less than 50% label overlap between the training and testing manifest files. {overlap}");
        else if (Compare(training.Totals.LabelsOf(training.UseCase), new HashSet<string>(testing.Totals.LabelsOf(testing.UseCase), StringComparer.Ordinal).Contains) is { } usable)
            findings.Add(testing.Totals.File, line: null, ManifestRule.UsableLabelOverlapTooSmall, $"Less than 50% usable label overlap between the training and testing manifest files. {usable}");
    }

    private static string? Compare(IReadOnlyCollection<string> training, Func<string, bool> isTested)
    {
        var missing = training.Where(label => !isTested(label)).ToArray();
        if (missing.Length * 2 <= training.Count) return null;
        return FormattableString.Invariant($"{training.Count - missing.Length} of {training.Count} training labels are tested; '{VisibleText.Of(missing[0])}' is not.");
    }
}
