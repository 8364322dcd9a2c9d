namespace CustomLabels.Api;

/// <summary>What to do about a request that failed.</summary>
internal enum RetryDecision
{
    /// <summary>It would fail again.</summary>
    GiveUp,

    /// <summary>A passing fault: try again, up to the most attempts.</summary>
    Retry,

    /// <summary>The service has no room now: wait; not an attempt.</summary>
    Throttled,
}
