using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Chooses labels by their names: as they stand, or by PowerShell's wildcards.</summary>
/// <param name="names">The names; null for all labels.</param>
internal sealed class LabelSelection(IReadOnlyList<string>? names)
{
    private readonly WildcardPattern[] _patterns = (names ?? []).Where(PathResolver.IsPattern).Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    /// <summary>Whether a label is meant.</summary>
    public bool Matches(string label) => names is null || names.Contains(label, StringComparer.OrdinalIgnoreCase) || Array.Exists(_patterns, pattern => pattern.IsMatch(label));
}
