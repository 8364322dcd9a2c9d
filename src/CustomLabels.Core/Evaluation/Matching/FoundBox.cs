using System.Runtime.InteropServices;

namespace CustomLabels.Evaluation.Matching;

/// <summary>A box that was found.</summary>
/// <param name="Image">The image's place.</param>
/// <param name="Label">The label's place.</param>
/// <param name="Box">The box.</param>
/// <param name="Confidence">How sure the model is, 0 to 100.</param>
/// <param name="Source">Which of the image's answers it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundBox(int Image, int Label, Box Box, double Confidence, int Source);
