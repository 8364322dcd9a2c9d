using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Svg;

/// <summary>How often values of 0 to 100 occur, as bars. The page's script moves its line.</summary>
internal static class Histogram
{
    /// <summary>How many bars there are.</summary>
    public const int Bins = 20;

    private const int Width = 10;
    private const int Height = 40;

    /// <summary>The bar of a value.</summary>
    /// <param name="value">0 to 100.</param>
    public static int BinOf(double value) => value >= 100 ? Bins - 1 : value > 0 ? (int)(value * Bins / 100) : 0;

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="counts">How often, a bar.</param>
    /// <param name="color">The bars' colour, <c>#rrggbb</c>.</param>
    /// <param name="description">What it shows, for those who don't see it.</param>
    public static void Write(TextWriter output, IReadOnlyList<int> counts, string color, string description)
    {
        output.Write(Invariant($"<svg class=\"histogram\" viewBox=\"0 0 {Bins * Width} {Height + 2}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{PageText.Escaped(description)}\">"));
        var most = counts.Max();
        for (var i = 0; i < Bins; i++)
        {
            if (counts[i] == 0) continue;
            // One of thousands is seen too.
            var height = 2 + ((Height - 2.0) * counts[i] / most);
            output.Write(Invariant($"<rect x=\"{(i * Width) + 1}\" y=\"{Height - height:0.#}\" width=\"{Width - 2}\" height=\"{height:0.#}\" fill=\"{color}\"/>"));
        }

        output.Write(Invariant($"<path class=\"axis\" d=\"M0 {Height + 1}H{Bins * Width}\"/><path class=\"threshold\" d=\"M0 0V{Height + 2}\"/></svg>"));
    }
}
