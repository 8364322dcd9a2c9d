using System;
using System.Globalization;

namespace CustomLabels.Binding;

/// <summary>Reads a number the same way on every machine: a point is the decimal separator, and nothing separates groups.</summary>
internal static class InvariantNumber
{
    /// <summary>A number of any of .NET's types, or written as a text; null for anything else.</summary>
    public static double? Of(object? value) => value switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        // A float's own digits, not its binary neighbour's: [float]70.1 asks for 70.1.
        float single => double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        double or decimal or int or long or short or byte or uint or ulong or ushort or sbyte => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
