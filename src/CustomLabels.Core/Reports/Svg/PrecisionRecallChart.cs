using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Svg;

/// <summary>Precision over recall, as a line from the surest to the least sure, and a dot at a threshold.</summary>
internal static class PrecisionRecallChart
{
    private const int Side = 100;
    private const int Margin = 12;

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="points">Recall and precision, 0 to 1.</param>
    /// <param name="best">Recall and precision at the best threshold; null for none.</param>
    /// <param name="description">What it shows, for those who don't see it.</param>
    public static void Write(TextWriter output, IReadOnlyList<(double Recall, double Precision)> points, (double Recall, double Precision)? best, string description)
    {
        output.Write(Invariant($"<svg class=\"curve\" viewBox=\"0 0 {Side + (2 * Margin)} {Side + (2 * Margin)}\" role=\"img\" aria-label=\"{PageText.Of(description)}\"><path class=\"axis\" d=\"M{Margin} {Margin}V{Margin + Side}H{Margin + Side}\"/>"));
        output.Write(Invariant($"<text x=\"{Margin}\" y=\"{Margin - 4}\">precision</text><text x=\"{Margin + Side}\" y=\"{Side + (2 * Margin) - 2}\" text-anchor=\"end\">recall</text>"));
        if (points.Count > 0) output.Write($"<path class=\"line\" d=\"M{string.Join("L", points.Select(Text))}\"/>");
        if (best is { } at) output.Write(Invariant($"<circle class=\"best\" cx=\"{X(at.Recall):0.##}\" cy=\"{Y(at.Precision):0.##}\" r=\"2.5\"/>"));
        output.Write("</svg>");
    }

    private static string Text((double Recall, double Precision) point) => Invariant($"{X(point.Recall):0.##} {Y(point.Precision):0.##}");

    private static double X(double recall) => Margin + (recall * Side);

    private static double Y(double precision) => Margin + Side - (precision * Side);
}
