using System.Linq;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Lines and attributes without labels, which the service allows and does not use.</summary>
internal sealed class UnlabelledRule : ILineRule
{
    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        if (findings.IsInvalid) return;
        var empty = line.BoxAttributes.Where(attribute => attribute.Labels.Count == 0).ToArray();
        foreach (var attribute in empty) findings.Add(ManifestRule.AttributeAnnotationsMissing, $"No attribute annotations were found. '{VisibleText.Of(attribute.Name)}' has no boxes.");
        if (line.Content.Attributes.Count == 0) findings.Add(ManifestRule.RecordUnannotated, "Record is unannotated. The line is not used for training.");
        else if (empty.Length == line.Content.Attributes.Count) findings.Add(ManifestRule.AnnotationsMissing, "No annotations were found. The line is not used for training.");
    }
}
