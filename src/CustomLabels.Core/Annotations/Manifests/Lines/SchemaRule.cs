using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.GroundTruth;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>What keeps a line from being read.</summary>
internal sealed class SchemaRule : ILineRule
{
    // Box and SmallBox are BoxRule's, which knows of the scaling.
    private static readonly Dictionary<ManifestDefect, ManifestRule> Rules = new()
    {
        [ManifestDefect.NoSource] = ManifestRule.SourceRefMissing,
        [ManifestDefect.Source] = ManifestRule.SourceRefInvalid,
        [ManifestDefect.NoAttributes] = ManifestRule.LabelAttributesMissing,
        [ManifestDefect.Attribute] = ManifestRule.LabelAttributeInvalid,
        [ManifestDefect.Metadata] = ManifestRule.LabelMetadataInvalid,
        [ManifestDefect.UseCase] = ManifestRule.UseCaseUnsupported,
        [ManifestDefect.LabelName] = ManifestRule.LabelNameInvalid,
        [ManifestDefect.NoConfidence] = ManifestRule.BoxConfidenceMissing,
        [ManifestDefect.NoClass] = ManifestRule.ClassMapIdMissing,
        [ManifestDefect.ManyBoxes] = ManifestRule.TooManyBoxes,
    };

    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        foreach (var finding in line.Content.Findings)
        {
            if (Rules.TryGetValue(finding.Defect, out var rule)) findings.Add(rule, $"{finding.Defect.Message} {finding.Found}");
        }

        if (line.Content.IsFailure) findings.Add(ManifestRule.LabelingFailed, "The line has no label, and metadata with a failure-reason: it only records that labelling the image failed.");
        var isUnsupported = line.Content.Attributes.Count == 0 && line.Content.Findings.Any(finding => finding.Defect == ManifestDefect.UseCase);
        if (isUnsupported) findings.Add(ManifestRule.LabelAttributesInvalid, "No valid label attributes found.");
    }
}
