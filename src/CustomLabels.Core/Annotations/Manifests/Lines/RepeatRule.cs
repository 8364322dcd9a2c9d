using System;
using System.Collections.Generic;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>An image is in a manifest once, and in one manifest only. Holds a number for each image, not its name.</summary>
/// <param name="training">The images of the training manifest, where this is the testing one; else null.</param>
internal sealed class RepeatRule(RepeatRule? training) : ILineRule
{
    private readonly Dictionary<ulong, int> _lines = [];

    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        if (line.Content is not { Bucket: { } bucket, Key: { } key }) return;
        var name = $"s3://{bucket}/{key}";
        var image = NameHash.Of(name);
        if (_lines.TryGetValue(image, out var before)) findings.Add(ManifestRule.SourceRefRepeated, FormattableString.Invariant($"'{VisibleText.Of(name)}' is in line {before}. The service drops this line and says so nowhere."));
        else _lines.Add(image, line.Number);
        if (training is not null && training._lines.TryGetValue(image, out var other))
            findings.Add(ManifestRule.TestingImageInTraining, FormattableString.Invariant($"'{VisibleText.Of(name)}' is in line {other} of the training manifest too."));
    }
}
