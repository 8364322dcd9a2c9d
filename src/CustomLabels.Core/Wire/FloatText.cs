using System;
using System.Globalization;

namespace CustomLabels.Wire;

/// <summary>The shortest text that reads back as the same number, in the form of Python's <c>repr</c>: 98.0, 1e-07.</summary>
/// <remarks>It is what the AWS CLI prints, and as the service does it keeps the fraction of a whole number.</remarks>
internal static class FloatText
{
    /// <summary>The number's text.</summary>
    /// <param name="value">Any number; what JSON can't hold is <c>inf</c>, <c>-inf</c> and <c>nan</c>.</param>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "nan";
        var sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
        return sign + (double.IsInfinity(value) ? "inf" : Unsigned(RoundTrip(Math.Abs(value))));
    }

    private static string Unsigned(string text)
    {
        var e = text.IndexOf('E');
        var mantissa = e < 0 ? text : text.Substring(0, e);
        var point = mantissa.IndexOf('.');
        var digits = mantissa.Replace(".", "");
        var significant = digits.TrimStart('0');
        // Where the point is: before the first significant digit is 0.
        var place = (point < 0 ? mantissa.Length : point) - (digits.Length - significant.Length)
            + (e < 0 ? 0 : int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        significant = significant.TrimEnd('0');
        if (significant.Length == 0) return "0.0";
        if (place is <= -4 or > 16) return Scientific(significant, place - 1);
        if (place <= 0) return "0." + new string('0', -place) + significant;
        if (place >= significant.Length) return significant.PadRight(place, '0') + ".0";
        return significant.Insert(place, ".");
    }

    private static string Scientific(string digits, int exponent) => string.Concat(
        digits.Length == 1 ? digits : digits.Insert(1, "."),
        exponent < 0 ? "e-" : "e+",
        Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));

    private static string RoundTrip(double value)
    {
#if NETFRAMEWORK
        // Its own round trip format goes from 15 digits straight to 17.
        foreach (var format in new[] { "G15", "G16" })
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == value) return text;
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
#else
        return value.ToString("R", CultureInfo.InvariantCulture);
#endif
    }
}
