using System.Collections.Generic;

namespace CustomLabels;

/// <summary>What an export of annotations wrote.</summary>
/// <param name="LiteralPath">Full path of the file, or of the folder of a format that has several files. Binds to every <c>-LiteralPath</c> down the pipeline.</param>
/// <param name="Format">The format.</param>
/// <param name="ImageCount">How many images are in it.</param>
/// <param name="LabelCount">How many labels the images have; the changes tell which of them the format could not hold.</param>
/// <param name="FileCount">How many files were written.</param>
/// <param name="Changes">What was changed or lost, by code; empty where everything is as it was.</param>
public sealed record AnnotationExport(string LiteralPath, AnnotationFormat Format, int ImageCount, int LabelCount, int FileCount, IReadOnlyList<AnnotationChangeCount> Changes);
