using System.Globalization;

namespace CustomLabels;

/// <summary>Where an annotation was read.</summary>
/// <param name="File">Full path of the file, or of the folder for a format that is folders.</param>
/// <param name="Line">The line, from 1; null where the format has none.</param>
public sealed record AnnotationSource(string File, long? Line)
{
    /// <inheritdoc/>
    public override string ToString() => Line is null ? File : string.Format(CultureInfo.InvariantCulture, "{0}:{1}", File, Line);
}
