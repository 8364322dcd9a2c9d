namespace CustomLabels;

/// <summary>What a <see cref="LocalEndpoint"/> has done so far: all counts of one moment.</summary>
/// <param name="Received">Requests whose first byte came.</param>
/// <param name="Answered">Requests answered with success.</param>
/// <param name="Failed">Requests answered with an error.</param>
/// <param name="Aborted">Requests without an answer: the client went away or fell silent, or the endpoint was stopped.</param>
public sealed record LocalEndpointCounters(long Received, long Answered, long Failed, long Aborted)
{
    /// <summary>Requests that have come, at least in part, and have not ended.</summary>
    public long InFlight => Received - Answered - Failed - Aborted;
}
