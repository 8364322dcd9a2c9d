using System;

namespace CustomLabels.Evaluation.Matching;

/// <summary>How much of two boxes is the same.</summary>
internal static class Overlap
{
    /// <summary>Intersection over union, as COCO has it; with a region of many, over the found box alone.</summary>
    /// <param name="truth">The box of the truth.</param>
    /// <param name="found">The found box.</param>
    /// <param name="isRegion">Whether the truth is a region of many.</param>
    public static double Of(in Box truth, in Box found, bool isRegion = false)
    {
        var width = Math.Min(truth.Left + truth.Width, found.Left + found.Width) - Math.Max(truth.Left, found.Left);
        if (width <= 0) return 0;
        var height = Math.Min(truth.Top + truth.Height, found.Top + found.Height) - Math.Max(truth.Top, found.Top);
        if (height <= 0) return 0;
        var both = width * height;
        return both / (isRegion ? found.Area : found.Area + truth.Area - both);
    }

    /// <summary>As PASCAL VOC has it: edges are pixels that belong to the box, so that it is a pixel wider and higher.</summary>
    /// <param name="truth">The box of the truth.</param>
    /// <param name="found">The found box.</param>
    public static double OfPixels(in Box truth, in Box found) => Of(Widened(truth), Widened(found));

    private static Box Widened(in Box box) => new(box.Left, box.Top, box.Width + 1, box.Height + 1);
}
