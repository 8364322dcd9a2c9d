using System.Runtime.InteropServices;

namespace CustomLabels.Annotations.Coco;

/// <summary>An annotation as it is held: small, because there may be millions.</summary>
/// <param name="Image">The image's place in its list.</param>
/// <param name="Category">The category's place in its list.</param>
/// <param name="Left">Left edge in pixels.</param>
/// <param name="Top">Top edge in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Score">How sure it is, 0 to 1; not a number where nothing is said.</param>
/// <param name="Area">The area of the outline in square pixels; not a number where nothing is said.</param>
/// <param name="IsCrowd">Whether it is a region of many.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CocoAnnotation(int Image, int Category, double Left, double Top, double Width, double Height, double Score, double Area, bool IsCrowd);
