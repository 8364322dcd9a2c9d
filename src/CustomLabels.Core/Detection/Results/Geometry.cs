using System;
using System.Collections.Generic;

namespace CustomLabels;

/// <summary>Where a label was found. The service gives none for image-level (classification) labels.</summary>
/// <param name="BoundingBox">The axis-aligned box, or null where the service gave none.</param>
/// <param name="Polygon">A finer outline; empty where the service gave none.</param>
public sealed record Geometry(BoundingBox? BoundingBox, IReadOnlyList<Point> Polygon)
{
    /// <summary>A box without a polygon: what Custom Labels models answer.</summary>
    /// <param name="boundingBox">The axis-aligned box.</param>
    internal Geometry(BoundingBox boundingBox)
        : this(boundingBox, Array.Empty<Point>())
    {
    }

    /// <inheritdoc/>
    public override string ToString() => BoundingBox?.ToString() ?? (Polygon.Count == 0 ? "" : string.Join(" ", Polygon));
}
