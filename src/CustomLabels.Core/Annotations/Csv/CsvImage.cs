using System.Collections.Generic;

namespace CustomLabels.Annotations.Csv;

/// <summary>The rows of one image, which need not follow each other.</summary>
/// <param name="Name">The image's name.</param>
/// <param name="Line">The line of its first row.</param>
/// <param name="Rows">Its rows and their lines.</param>
internal sealed record CsvImage(string Name, int Line, List<(string[] Fields, int Line)> Rows);
