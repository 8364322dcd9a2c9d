using System;
using System.Globalization;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Binds a number the same way on every machine: a point is the decimal separator, nothing separates groups, and nothing is nothing.</summary>
/// <remarks>PowerShell alone binds an empty CSV cell as 0, which asks the service for everything, and <c>7,5</c> as 75.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberAttribute : ArgumentTransformationAttribute
{
    // Beyond it a double no longer tells whole numbers apart.
    private const double MostWhole = 9007199254740992;

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
        var number = InvariantNumber.Of(value) ?? throw new ArgumentTransformationMetadataException($"'{VisibleText.Of(value.ToString())}' is not a number. {Allowed}");
        if (!(number >= Min && number <= Most) || (Whole && number != Math.Floor(number)))
            throw new ArgumentTransformationMetadataException($"'{VisibleText.Of(value.ToString())}' is out of range. {Allowed}");
        return Whole ? (long)number : number;
    }

    private double Most => Whole ? Math.Min(Max, MostWhole) : Max;

    private string Allowed => string.Format(
        CultureInfo.InvariantCulture,
        "Allowed: a {0}number {1}, or nothing. A point is the decimal separator; groups are not separated.",
        Whole ? "whole " : "",
        Most < double.MaxValue ? $"from {Text(Min)} to {Text(Most)}" : $"of {Text(Min)} or more");

    private static string Text(double number) => number == Math.Floor(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
}
