using System.Globalization;

namespace CustomLabels;

/// <summary>Where a figure lies with 95 % confidence, as far as the pictures that were measured tell.</summary>
/// <param name="Low">The lower end, 0 to 1.</param>
/// <param name="High">The upper end, 0 to 1.</param>
public sealed record ConfidenceInterval(double Low, double High)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0.000} to {1:0.000}", Low, High);
}
