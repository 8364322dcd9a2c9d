using System;
using System.Globalization;
using System.Management.Automation;

namespace CustomLabels.Parameters;

/// <summary>Binds a number the same way on every machine: a point is the decimal separator, nothing separates groups, and nothing is nothing.</summary>
/// <remarks>PowerShell alone binds an empty CSV cell as 0, which asks the service for everything, and <c>7,5</c> as 75.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberAttribute : ArgumentTransformationAttribute
{
    /// <summary>The smallest number allowed.</summary>
    public double Min { get; set; }

    /// <summary>The largest number allowed.</summary>
    public double Max { get; set; } = double.MaxValue;

    /// <summary>Whether only whole numbers are allowed.</summary>
    public bool Whole { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null || (value is string text && string.IsNullOrWhiteSpace(text))) return null;
        var number = value switch
        {
            string s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => throw new ArgumentTransformationMetadataException($"'{VisibleText.Of(value.ToString())}' is not a number. {Allowed}"),
        };
        if (double.IsNaN(number) || number < Min || number > Max || (Whole && number != Math.Floor(number)))
            throw new ArgumentTransformationMetadataException($"'{VisibleText.Of(value.ToString())}' is out of range. {Allowed}");
        // A float's own digits, not its binary neighbour's: [float]70.1 asks for 70.1.
        return Whole ? checked((long)number) : value is float f ? double.Parse(f.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;
    }

    private string Allowed => string.Format(
        CultureInfo.InvariantCulture,
        "Allowed: a {0}number {1}, or nothing. A point is the decimal separator; groups are not separated.",
        Whole ? "whole " : "",
        Max < int.MaxValue ? $"from {Min.ToString(CultureInfo.InvariantCulture)} to {Max.ToString(CultureInfo.InvariantCulture)}" : $"of {Min.ToString(CultureInfo.InvariantCulture)} or more");
}
