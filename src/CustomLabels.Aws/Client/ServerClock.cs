using System;
using System.Globalization;
using System.Threading;

namespace CustomLabels.Aws.Client;

/// <summary>What time it is by the endpoint, which refuses signatures of another time than its own. Safe for concurrent use.</summary>
internal sealed class ServerClock
{
    // AWS takes signatures that are up to five minutes off (IAM User Guide, "Elements of an AWS API request signature").
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(4);

    private long _aheadTicks;

    /// <summary>The time to sign with.</summary>
    public DateTime UtcNow => DateTime.UtcNow.AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Takes the endpoint's time from an answer's header Date.</summary>
    /// <param name="date">The header; null when there was none.</param>
    /// <param name="signedAt">The time that the request was signed with.</param>
    /// <returns>Whether the request was of another time than the endpoint's.</returns>
    public bool Heard(string? date, DateTime signedAt)
    {
        if (!DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return false;
        var ahead = time.UtcDateTime - DateTime.UtcNow;
        Interlocked.Exchange(ref _aheadTicks, ahead.Duration() > Tolerance ? ahead.Ticks : 0);
        return (time.UtcDateTime - signedAt).Duration() > Tolerance;
    }
}
