using System.Collections.Generic;

namespace CustomLabels.Reports.Detections;

/// <summary>A label of a picture, as the report shows it.</summary>
/// <param name="Name">Its name, from outside.</param>
/// <param name="Confidence">0 to 100; null where nothing is said of it.</param>
/// <param name="Box">Where it is; null for a label of the whole picture.</param>
/// <param name="Polygon">A finer outline; empty for none.</param>
internal sealed record ReportLabel(string Name, double? Confidence, BoundingBox? Box, IReadOnlyList<Point> Polygon)
{
    /// <summary>A label of a result.</summary>
    public static ReportLabel Of(CustomLabel label) => new(label.Name, label.Confidence, label.Geometry?.BoundingBox, label.Geometry?.Polygon ?? []);

    /// <summary>A label of an annotation.</summary>
    public static ReportLabel Of(LabelAnnotation label) => new(label.Name, label.Confidence, label.BoundingBox, []);
}
