using System;
using System.Linq;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Names of labels and of their attributes.</summary>
internal sealed class NameRule : ILineRule
{
    private const string Metadata = "-metadata";
    private const string Reference = "-ref";
    private const int NameAtLimit = 256;

    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        foreach (var name in line.Content.Attributes.Select(attribute => attribute.Name))
        {
            if (name.Contains(Metadata) || name.EndsWith(Reference, StringComparison.Ordinal))
                findings.Add(ManifestRule.AttributeNameReserved, $"The attribute '{VisibleText.Of(name)}' has {Metadata} in its name, or {Reference} at its end.");
        }

        foreach (var name in line.Content.Attributes.SelectMany(attribute => attribute.Labels).Select(label => label.Name).Where(name => name.Length == NameAtLimit).Distinct(StringComparer.Ordinal))
            findings.Add(ManifestRule.LabelNameAtLimit, FormattableString.Invariant($"'{VisibleText.Of(name)}' has {NameAtLimit} characters."));
    }
}
