namespace CustomLabels.Pictures;

/// <summary>How boxes and labels look.</summary>
/// <param name="Colors">The colours.</param>
/// <param name="FontSize">Of letters, in pixels of what is written; null for a size that suits the picture.</param>
/// <param name="LineWidth">Of a box's line, in pixels of what is written; null for a width that suits the picture.</param>
/// <param name="FontPath">A font, or a folder of fonts, that come before all others; null for none.</param>
internal sealed record AnnotationStyle(LabelColors Colors, double? FontSize, double? LineWidth, string? FontPath);
