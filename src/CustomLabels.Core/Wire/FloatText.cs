using System;
using System.Globalization;

namespace CustomLabels.Wire;

/// <summary>The shortest text that reads back as the same number, in the form of Python's <c>repr</c>: 98.0, 1e-07.</summary>
/// <remarks>It is what the AWS CLI prints, and it keeps the fraction of a whole number, as the service does.</remarks>
internal static class FloatText
{
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>The number's text.</summary>
    /// <param name="value">Any number; what JSON can't hold is <c>inf</c>, <c>-inf</c> and <c>nan</c>.</param>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "nan";
        var sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
        return sign + (double.IsInfinity(value) ? "inf" : Unsigned(Math.Abs(value)));
    }

    private static string Unsigned(double value)
    {
        if (value == 0) return "0.0";
        var (digits, exponent) = Shortest(value);
        digits = digits.TrimEnd('0');
        if (exponent is < -4 or >= 16)
            return string.Concat(digits.Length == 1 ? digits : digits.Insert(1, "."), exponent < 0 ? "e-" : "e+", Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length > exponent + 1 ? digits.Insert(exponent + 1, ".") : digits.PadRight(exponent + 1, '0') + ".0";
    }

    // The runtime's own round trip format is not it: .NET Framework's goes from 15 digits straight to 17, and .NET 8's has a digit too few for some
    // powers of two (2^-25). A normal number has 15 digits at least, which end in zeros when fewer would do.
    private static (string Digits, int Exponent) Shortest(double value)
    {
        for (var count = value < SmallestNormal ? 1 : 15; ; count++)
        {
            var parts = value.ToString("E" + (count - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('E');
            var digits = parts[0].Replace(".", "");
            var exponent = int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            if (count == 17 || ReadsAs(value, digits, exponent + 1 - count)) return (digits, exponent);

            // The numbers above a power of two lie twice as far apart as those below: the next digits up may do where the nearest don't.
            var above = (long.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            if (ReadsAs(value, above, exponent + 1 - count)) return (above, exponent + above.Length - count);
        }
    }

    private static bool ReadsAs(double value, string digits, int scale) =>
        double.TryParse(digits + "E" + scale.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == value;
}
