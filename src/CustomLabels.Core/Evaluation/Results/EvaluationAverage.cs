using System.Globalization;

namespace CustomLabels;

/// <summary>Precision, recall and F1 together, each 0 to 1; null where it can't be told.</summary>
/// <param name="Precision">How much of what was found is there.</param>
/// <param name="Recall">How much of what is there was found.</param>
/// <param name="F1">Of one label their harmonic mean; of several the mean of the labels' F1.</param>
public sealed record EvaluationAverage(double? Precision, double? Recall, double? F1)
{
    /// <inheritdoc/>
    public override string ToString() => $"precision {Text(Precision)}, recall {Text(Recall)}, F1 {Text(F1)}";

    private static string Text(double? figure) => figure is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
