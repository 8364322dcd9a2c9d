using System.Collections.Generic;

namespace CustomLabels.Annotations.Labelme;

/// <summary>A shape of a labelme file.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Kind">Its shape_type.</param>
/// <param name="Points">x and y of each point, in pixels.</param>
/// <param name="Bad">The error to throw where kind and points are no shape.</param>
internal sealed record LabelmeShape(string Label, string Kind, IReadOnlyList<double> Points, CustomLabelsException Bad);
