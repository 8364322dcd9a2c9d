using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Tests;

/// <summary>One moment for ever: what was signed then is never stale. Waits are real.</summary>
public sealed class StandingClock(DateTime utcNow) : IClock
{
    public DateTime UtcNow => utcNow;

    public TimeSpan Elapsed => TimeSpan.Zero;

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);
}
