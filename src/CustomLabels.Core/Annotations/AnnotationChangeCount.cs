using System.Globalization;

namespace CustomLabels;

/// <summary>How often a conversion did one thing.</summary>
/// <param name="Code">What it did.</param>
/// <param name="Count">How often.</param>
/// <param name="First">The first time.</param>
public sealed record AnnotationChangeCount(AnnotationChangeCode Code, long Count, AnnotationChange First)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Count, Code);
}
