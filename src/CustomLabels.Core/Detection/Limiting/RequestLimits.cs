namespace CustomLabels.Detection.Limiting;

/// <summary>What a user allows a run to ask of the service. What is null is found out.</summary>
public sealed record RequestLimits
{
    /// <summary>Most requests in flight, 1 and up.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Most requests a second, more than 0, throttled ones and further attempts included.</summary>
    public double? MaxRequestsPerSecond { get; init; }
}
