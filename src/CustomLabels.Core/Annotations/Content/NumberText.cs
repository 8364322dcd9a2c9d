using System;
using System.Globalization;

namespace CustomLabels.Annotations.Content;

/// <summary>Numbers in files: a point is the decimal separator on every machine.</summary>
internal static class NumberText
{
    private const NumberStyles Style = NumberStyles.Float;

    /// <summary>Reads a number; null for what is none, and for what is not finite.</summary>
    /// <param name="text">The text; blanks around it don't count.</param>
    public static double? Read(string? text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;

    /// <summary>A length in whole pixels; null for what is none.</summary>
    /// <param name="number">A number, which a tool may have written as 640.0.</param>
    public static int? Pixels(double? number) => number is >= 1 and <= int.MaxValue ? (int)Math.Round(number.Value) : null;

    /// <summary>Pixels, to a millionth: what binary arithmetic leaves behind is not written.</summary>
    /// <param name="pixels">The number.</param>
    public static double Rounded(double pixels) => Math.Round(pixels, 6, MidpointRounding.AwayFromZero) + 0.0;

    /// <summary>Writes a number with up to ten decimals: a ratio of the largest picture is exact to a millionth of a pixel.</summary>
    /// <param name="number">The number.</param>
    public static string Ratio(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Writes pixels with up to six decimals.</summary>
    /// <param name="number">The number.</param>
    public static string Decimal(double number) => Rounded(number).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A confidence of 0 to 1 as one of 0 to 100, by its decimal digits: 0.9231 is 92.31, where binary arithmetic makes 92.31000000000001.</summary>
    /// <param name="score">0 to 1.</param>
    public static double Percent(double score) => Scale(score, 100m);

    /// <summary>A confidence of 0 to 100 as one of 0 to 1, by its decimal digits.</summary>
    /// <param name="confidence">0 to 100.</param>
    public static double Score(double confidence) => Scale(confidence, 0.01m);

    // The digits that a double is written with, moved by two places: decimal holds them all but for the smallest numbers.
    private static double Scale(double number, decimal factor) =>
        decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), Style, CultureInfo.InvariantCulture, out var digits)
            ? double.Parse((digits * factor).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : number * (double)factor;
}
