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
    public void Heard(string? date)
    {
        if (!DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return;
        var ahead = time.UtcDateTime - DateTime.UtcNow;
        Interlocked.Exchange(ref _aheadTicks, ahead.Duration() > Tolerance ? ahead.Ticks : 0);
    }
}
