using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests.Lines;
using CustomLabels.Annotations.Manifests.Pictures;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Tests manifests by the documented rules of the service: what <c>Test-RKManifest</c> does.</summary>
internal static class ManifestTester
{
    /// <summary>Tests a training manifest, and a testing manifest beside it.</summary>
    /// <param name="training">The training manifest.</param>
    /// <param name="testing">The testing manifest; null where the service takes testing images from the training manifest.</param>
    /// <param name="imageRoot">The folder that stands for the bucket; null to look into no image.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <exception cref="CustomLabelsException">A manifest can't be read: <see cref="ErrorId.AnnotationUnreadable"/>. Its content is never a reason.</exception>
    public static ManifestTestResult Test(AnnotationContent training, AnnotationContent? testing, string? imageRoot, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        var pictures = new PictureContents();
        var repeats = new RepeatRule(training: null);
        var first = new DatasetReader(training, findings, isTesting: false).Read(Rules(repeats, isTesting: false), cancellationToken);
        var second = testing is null ? null : new DatasetReader(testing, findings, isTesting: true).Read(Rules(new RepeatRule(repeats), isTesting: true), cancellationToken);

        // Boxes are tested with boxes; a model of whole images, such as one for a brand, may be tested with either.
        if (second is not null && first.UseCase == UseCase.ObjectLocalization) second = second with { UseCase = UseCase.ObjectLocalization };
        var datasets = new[] { first, second }.OfType<Dataset>().ToArray();
        foreach (var dataset in datasets.Where(dataset => dataset.IsRead))
        {
            CountRules.Check(dataset, findings);
            // That an empty one has no labels either goes without saying.
            if (dataset.Totals.Lines > 0) LabelRules.Check(dataset, isSplit: second is null, findings);
        }

        if (first.IsRead && second is { IsRead: true, Totals.Lines: > 0 }) OverlapRules.Check(first, second, findings);
        var (verdict, summary) = Verdicts.Of(datasets, findings);
        return new ManifestTestResult
        {
            LiteralPath = training.Path,
            Verdict = verdict,
            Summary = summary,
            Training = first.Totals.Statistics(first.UseCase),
            Testing = second?.Totals.Statistics(second.UseCase),
            Labels = Labels(first, second),
            Findings = findings.Findings,
            Counts = findings.Counts,
        };

        ILineRule[] Rules(RepeatRule repeat, bool isTesting) => imageRoot is null ? [repeat] : [repeat, new PictureRule(imageRoot, pictures, isTesting)];
    }

    private static ManifestLabelCount[] Labels(Dataset training, Dataset? testing)
    {
        var names = new SortedSet<string>(training.Totals.Labels.Keys, StringComparer.Ordinal);
        if (testing is not null) names.UnionWith(testing.Totals.Labels.Keys);
        return names.Select(name => (Name: name, Training: Of(training, name), Testing: Of(testing, name)))
            .Select(label => new ManifestLabelCount(label.Name, label.Training.Images, label.Training.Boxes, label.Testing.Images, label.Testing.Boxes))
            .ToArray();
    }

    private static (long Images, long Boxes) Of(Dataset? dataset, string name) =>
        dataset is not null && dataset.Totals.Labels.TryGetValue(name, out var tally) ? (tally.ImagesOf(dataset.UseCase), dataset.UseCase == UseCase.ObjectLocalization ? tally.Boxes : 0) : (0, 0);
}
