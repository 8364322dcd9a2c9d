using System;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Rules for how many lines a manifest has, how many of them are invalid, and where their images are.</summary>
internal static class CountRules
{
    private const int LineLimit = 250_000;
    private const int RaisedLimit = 500_000;
    private const int RegionTrainingLimit = 28_000;
    private const int RegionTestingLimit = 7_000;

    /// <summary>Tests a manifest.</summary>
    public static void Check(Dataset dataset, FindingList findings)
    {
        var totals = dataset.Totals;
        if (totals.Lines == 0) Add(ManifestRule.ManifestEmpty, "The manifest file is empty.");
        CheckLines(dataset, Add);
        // Over 20 % of all lines; blank lines count as invalid ones, ignored lines don't.
        var invalid = FormattableString.Invariant($"{totals.Invalid} of {totals.Lines} lines are invalid");
        if (totals.Invalid * 5 > totals.Lines) Add(ManifestRule.TooManyInvalidLines, $"The manifest file contains too many invalid rows. {invalid}; 20 % are allowed.");
        else if (totals.Lines > 0 && totals.Invalid * 5 == totals.Lines) Add(ManifestRule.InvalidLinesAtLimit, $"{invalid}: exactly 20 %.");
        if (dataset.OtherBucket is var (name, line))
            Add(ManifestRule.MultipleBuckets, FormattableString.Invariant($"The manifest file contains images from multiple S3 buckets. The first is '{VisibleText.Of(dataset.Bucket)}'; the image of line {line} is in '{VisibleText.Of(name)}'."));

        void Add(ManifestRule rule, string found) => findings.Add(totals.File, line: null, rule, found);
    }

    private static void CheckLines(Dataset dataset, Action<ManifestRule, string> add)
    {
        var lines = dataset.Totals.Lines;
        var found = FormattableString.Invariant($"It has {lines} lines");
        var regionLimit = dataset.IsTesting ? RegionTestingLimit : RegionTrainingLimit;
        if (lines > RaisedLimit) add(ManifestRule.TooManyLines, FormattableString.Invariant($"The manifest file has too many rows. {found}; {LineLimit} are allowed, {RaisedLimit} for classification where AWS raised the quota. Those behind line {DatasetReader.TestedLines} were counted only."));
        else if (lines > LineLimit && dataset.UseCase == UseCase.ImageLevelLabels) add(ManifestRule.LinesOverDefaultQuota, FormattableString.Invariant($"{found}; {LineLimit} are allowed, and up to {RaisedLimit} where AWS raised the quota."));
        else if (lines > LineLimit) add(ManifestRule.TooManyLines, FormattableString.Invariant($"The manifest file has too many rows. {found}; {LineLimit} are allowed."));
        else if (lines > regionLimit) add(ManifestRule.LinesOverRegionLimit, FormattableString.Invariant($"{found}; the regions Mumbai and London take {regionLimit}."));
    }
}
