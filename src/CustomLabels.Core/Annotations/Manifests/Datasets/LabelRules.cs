using System;
using System.Linq;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Rules for the labels of a manifest.</summary>
internal static class LabelRules
{
    private const int MostLabels = 250;
    private const int MostTestingImages = 1000;

    /// <summary>Tests a manifest.</summary>
    /// <param name="dataset">The manifest.</param>
    /// <param name="isSplit">Whether the testing images are taken from it.</param>
    /// <param name="findings">Told what is wrong.</param>
    public static void Check(Dataset dataset, bool isSplit, FindingList findings)
    {
        var totals = dataset.Totals;
        var all = totals.Labels.Count;
        var usable = totals.LabelsOf(dataset.UseCase);
        var needed = dataset.UseCase == UseCase.ImageLevelLabels ? 2 : 1;
        if (all < needed) Add(ManifestRule.TooFewLabels, FormattableString.Invariant($"The manifest file has too few labels. It has {all} on lines that can be used; labels of whole images need 2, boxes 1."));
        else if (usable.Count < needed) Add(ManifestRule.TooFewUsableLabels, FormattableString.Invariant($"The manifest file has too few usable labels. {usable.Count} of its {all} labels are of the kind of model that would be trained."));
        else if (usable.Count == 1) Add(ManifestRule.OnlyOneLabel, $"It has the label '{VisibleText.Of(usable.First())}' only.");
        if (all > MostLabels) Add(ManifestRule.TooManyLabels, FormattableString.Invariant($"The manifest file has too many labels. It has {(all < DatasetTotals.LabelLimit ? "" : "at least ")}{all}; {MostLabels} are allowed."));
        var lost = totals.LinesOfOtherKind(dataset.UseCase);
        var unlearned = totals.LabelsOfOtherKind(dataset.UseCase);
        if (lost > 0 || unlearned > 0) Add(ManifestRule.FormatsMixed, FormattableString.Invariant($"There are boxes and labels of whole images; one kind is used, and the other dropped silently. How the service chooses is not documented; of the kind with fewer lines it would drop: lines {lost}, labels {unlearned}."));
        foreach (var name in dataset.ClassMapLabels.Where(name => !totals.Labels.ContainsKey(name))) Add(ManifestRule.LabelWithoutImages, $"The label '{VisibleText.Of(name)}' is in a class-map, and on no image.");
        foreach (var name in usable)
        {
            var images = totals.Labels[name].ImagesOf(dataset.UseCase);
            if (dataset.IsTesting && images > MostTestingImages) Add(ManifestRule.TooManyTestingImages, FormattableString.Invariant($"The label '{VisibleText.Of(name)}' is on {images} images; {MostTestingImages} are allowed for testing."));
            if (isSplit && images == 1) Add(ManifestRule.FewImagesToSplit, $"The label '{VisibleText.Of(name)}' is on one image, and there is no testing manifest.");
        }

        void Add(ManifestRule rule, string found) => findings.Add(totals.File, line: null, rule, found);
    }
}
