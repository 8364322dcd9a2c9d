using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Tests;

/// <summary>Time that passes when a test says so, and by waiting, and then at once. Waits are written down; endless ones don't end.</summary>
internal sealed class ManualClock : IClock
{
    public List<TimeSpan> Waits { get; } = [];

    public DateTime UtcNow => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) + Elapsed;

    public TimeSpan Elapsed { get; set; }

    public void Pass(double seconds) => Elapsed += TimeSpan.FromSeconds(seconds);

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        // A server's requests wait at the same time.
        lock (Waits)
        {
            Waits.Add(delay);
            if (delay == Timeout.InfiniteTimeSpan) return Task.Delay(delay, cancellationToken);
            Elapsed += delay;
            return Task.CompletedTask;
        }
    }
}
