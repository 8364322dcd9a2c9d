using static System.FormattableString;

namespace CustomLabels.Models;

/// <summary>What AWS takes, in USD, where no other price is given: us-east-1 (aws-samples/amazon-rekognition-custom-brand-detection, README). Prices of other regions differ.</summary>
internal static class Prices
{
    // An inference unit for an hour.
    private const decimal UnitHour = 4.00m;

    /// <summary>The price of an inference unit and hour.</summary>
    /// <param name="given">The price that was given; null for AWS's.</param>
    public static decimal OfUnitHour(double? given) => given is { } price ? (decimal)price : UnitHour;

    /// <summary>About what a model costs an hour, in words.</summary>
    /// <param name="minUnits">Least inference units.</param>
    /// <param name="maxUnits">Most inference units; null when it doesn't scale.</param>
    /// <param name="pricePerUnitHour">The price of a unit and hour; null for AWS's, in USD. Whose price it is knows its currency.</param>
    public static string Hour(int minUnits, int? maxUnits, double? pricePerUnitHour)
    {
        var price = OfUnitHour(pricePerUnitHour);
        var most = maxUnits is { } units && units > minUnits ? Invariant($" to {units * price:0.00}") : "";
        return Invariant($"about {minUnits * price:0.00}{most}{(pricePerUnitHour is null ? " USD" : "")} an hour");
    }
}
