namespace CustomLabels.Detection.Scheduling;

/// <summary>How much a run takes on at a time.</summary>
internal sealed record RunLimits
{
    /// <summary>
    /// Most images that are worked on. More than the requests that any limiter has in flight: an image that waits for its next attempt must not
    /// keep another from being sent. Not many more: each garbage collection copies what waiting images hold.
    /// </summary>
    public int Active { get; init; } = 96;

    /// <summary>
    /// Most images taken in that nobody works on yet. Enough to go on with while their source pauses: with those that are worked on, five seconds at 25 a
    /// second. Not more, for the same reason as above.
    /// </summary>
    public int Pending { get; init; } = 32;

    /// <summary>
    /// Most images taken in whose results have not been taken out. What one slow image may hold up: the results behind it wait, and cost little.
    /// </summary>
    public int Window { get; init; } = 1024;

    /// <summary>Most bytes of images that are in memory anyway, because they were given as bytes. One image is always taken.</summary>
    public long HeldBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Whether results come out in the order in which images went in; otherwise as they finish.</summary>
    public bool IsOrdered { get; init; } = true;
}
