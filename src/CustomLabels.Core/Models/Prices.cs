namespace CustomLabels.Models;

/// <summary>What AWS takes, in USD, where no other price is given: us-east-1 (aws-samples/amazon-rekognition-custom-brand-detection, README). Prices of other regions differ.</summary>
internal static class Prices
{
    /// <summary>An inference unit for an hour.</summary>
    public const double UnitHour = 4.00;
}
