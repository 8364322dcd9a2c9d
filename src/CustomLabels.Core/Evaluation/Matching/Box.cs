using System.Runtime.InteropServices;

namespace CustomLabels.Evaluation.Matching;

/// <summary>A box in pixels, with no rounding; of an image whose size nobody knows, in ratios.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    /// <summary>Width times height.</summary>
    public double Area => Width * Height;
}
