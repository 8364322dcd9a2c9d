using System.Globalization;

namespace CustomLabels;

/// <summary>Something that is wrong with a manifest.</summary>
/// <param name="Rule">The rule that is broken. Stable; docs/reference/manifest-rules.md tells of each.</param>
/// <param name="Code">AWS's code for it; null where AWS has none.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">Full path of the manifest.</param>
/// <param name="Line">The line, from 1; null for the manifest as a whole.</param>
/// <param name="Message">What was found, and what is allowed.</param>
/// <param name="RecommendedAction">What to do about it.</param>
public sealed record ManifestTestFinding(ManifestRule Rule, string? Code, ManifestSeverity Severity, string File, int? Line, string Message, string RecommendedAction)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Line is null ? "{0} {1}: {3}" : "{0} {1}, line {2}: {3}", Severity, Rule, Line, Message);
}
