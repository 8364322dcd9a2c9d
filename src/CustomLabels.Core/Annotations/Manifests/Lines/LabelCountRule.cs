using System;
using System.Linq;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>How many different labels an image may have.</summary>
internal sealed class LabelCountRule : ILineRule
{
    private const int Limit = 50;

    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        var labels = line.Content.Attributes.SelectMany(attribute => attribute.Labels).Select(label => label.Name).Distinct(StringComparer.Ordinal).Count();
        if (labels > Limit) findings.Add(ManifestRule.TooManyImageLabels, FormattableString.Invariant($"The image has {labels} labels; {Limit} are allowed."));
    }
}
