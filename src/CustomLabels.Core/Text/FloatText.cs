using System;
using System.Globalization;

namespace CustomLabels.Text;

/// <summary>The shortest text that reads back as the same number, in the form of Python's <c>repr</c>: 98.0, 1e-07.</summary>
/// <remarks>It is what the AWS CLI prints, and it keeps the fraction of a whole number, as the service does.</remarks>
internal static class FloatText
{
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
        var (digits, exponent) = ShortestDigits.Of(value);
        if (exponent is < -4 or >= 16)
            return string.Concat(digits.Length == 1 ? digits : digits.Insert(1, "."), exponent < 0 ? "e-" : "e+", Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length > exponent + 1 ? digits.Insert(exponent + 1, ".") : digits.PadRight(exponent + 1, '0') + ".0";
    }
}
