using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Says what all findings come to.</summary>
internal static class Verdicts
{
    /// <summary>The verdict, and the sentence for it.</summary>
    /// <param name="datasets">The manifests.</param>
    /// <param name="findings">What is wrong with them.</param>
    public static (ManifestVerdict Verdict, string Summary) Of(IReadOnlyList<Dataset> datasets, FindingList findings)
    {
        var unclear = findings.Counts.Count(count => count.Severity == ManifestSeverity.Unclear);
        var note = unclear == 0 ? "" : FormattableString.Invariant($" AWS's guide is not clear about {Many(unclear, "thing", "things")}.");
        var reasons = findings.Counts.Where(count => count.Severity == ManifestSeverity.Terminal).ToArray();
        if (reasons.Length > 0)
        {
            var first = findings.Findings.First(finding => finding.Rule == reasons[0].Rule);
            var more = reasons.Length == 1 ? "" : FormattableString.Invariant($" And {Many(reasons.Length - 1, "other reason", "other reasons")}.");
            return (ManifestVerdict.WouldBeRefused, $"Would be refused. {first.Message}{more}{note}");
        }

        var lines = datasets.Sum(dataset => dataset.Totals.Lines);
        var lostLines = datasets.Sum(dataset => dataset.Totals.LostLines(dataset.UseCase));
        var lostBoxes = datasets.Sum(dataset => dataset.Totals.LostBoxes);
        var lostAttributes = datasets.Sum(dataset => dataset.Totals.LostParts) - lostBoxes;
        var lostLabels = datasets.Max(dataset => dataset.Totals.LabelsOfOtherKind(dataset.UseCase));
        var lost = new[]
        {
            lostLines == 0 ? "" : FormattableString.Invariant($"{lostLines} of {Many(lines, "line", "lines")}"),
            lostLabels == 0 ? "" : Many(lostLabels, "label", "labels"),
            lostBoxes == 0 ? "" : Many(lostBoxes, "box", "boxes"),
            lostAttributes == 0 ? "" : Many(lostAttributes, "attribute", "attributes"),
        }.Where(part => part.Length > 0).ToArray();
        if (lost.Length > 0) return (ManifestVerdict.WouldLoseData, $"Would lose {string.Join(", ", lost)} silently.{note}");
        var labels = datasets[0].Totals.LabelsOf(datasets[0].UseCase).Count;
        return (ManifestVerdict.WouldTrain, $"Would train with {Many(lines, "line", "lines")} and {Many(labels, "label", "labels")}.{note}");
    }

    private static string Many(long count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
