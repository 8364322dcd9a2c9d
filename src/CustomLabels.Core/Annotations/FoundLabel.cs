using System;

namespace CustomLabels.Annotations;

/// <summary>What a model found, as an annotation.</summary>
internal static class FoundLabel
{
    /// <summary>The label with its confidence, and its box as far as it is in the image.</summary>
    public static LabelAnnotation Annotation(CustomLabel label) => new() { Name = label.Name, Confidence = label.Confidence, BoundingBox = label.Geometry?.BoundingBox is { } box ? Clamped(box) : null };

    // The service's boxes may go over an edge, and a polygon is finer than any of the formats.
    private static BoundingBox Clamped(BoundingBox box)
    {
        double Edge(double ratio) => Math.Min(1, Math.Max(0, ratio));
        var (left, top) = (Edge(box.Left), Edge(box.Top));
        var (right, bottom) = (box.Left + box.Width, box.Top + box.Height);
        return left == box.Left && top == box.Top && right <= 1 && bottom <= 1 ? box : new BoundingBox(left, top, Edge(right) - left, Edge(bottom) - top);
    }
}
