using System.Runtime.InteropServices;

namespace CustomLabels.Evaluation.Matching;

/// <summary>A box of the ground truth.</summary>
/// <param name="Image">The image's place: equal confidences are ranked by it.</param>
/// <param name="Label">The label's place.</param>
/// <param name="Box">The box.</param>
/// <param name="Area">What says whether it is small, medium or large: in COCO the area of the outline, and not of the box. Not a number where the image's size isn't known.</param>
/// <param name="IsIgnored">Whether finding it counts neither for nor against: a region of many (COCO), an object marked difficult (VOC).</param>
/// <param name="Source">Which of the image's labels it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TruthBox(int Image, int Label, Box Box, double Area, bool IsIgnored, int Source = 0);
