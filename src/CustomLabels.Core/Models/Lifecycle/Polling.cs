using System;

namespace CustomLabels.Models.Lifecycle;

/// <summary>How often the service is asked whether something has happened: the longer it takes already, the more seldom.</summary>
internal static class Polling
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.25);

    /// <summary>How long a change may stay out of sight: an accepted start was seen late, and nobody says how late it can be.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The longest interval while an unconfirmed change is looked for.</summary>
    public static readonly TimeSpan Searching = TimeSpan.FromSeconds(15);

    /// <summary>The longest interval while something takes its time.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromSeconds(30);

    /// <summary>The time to the next look: a quarter of what it has taken so far.</summary>
    /// <param name="waited">How long it has taken.</param>
    /// <param name="longest">The longest interval.</param>
    public static TimeSpan Interval(TimeSpan waited, TimeSpan longest)
    {
        var interval = TimeSpan.FromTicks(waited.Ticks / 4);
        return interval < Shortest ? Shortest : interval > longest ? longest : interval;
    }

    /// <summary>Whether a failed look says nothing about the next one.</summary>
    public static bool Passes(CustomLabelsException failure) => failure.Error.Id is ErrorId.RetriesExhausted or ErrorId.EndpointUnreachable or ErrorId.ThrottleTimeout;
}
