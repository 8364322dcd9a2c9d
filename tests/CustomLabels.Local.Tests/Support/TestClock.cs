using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;

namespace CustomLabels.Local.Tests.Support;

/// <summary>Time that passes when a test says so. Waits end at once and are written down; endless ones don't end.</summary>
internal sealed class TestClock : IRunClock
{
    public List<TimeSpan> Waits { get; } = [];

    public DateTime UtcNow => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) + Elapsed;

    public TimeSpan Elapsed { get; private set; } = TimeSpan.FromSeconds(1000);

    public void Pass(double seconds) => Elapsed += TimeSpan.FromSeconds(seconds);

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        lock (Waits) Waits.Add(delay);
        return delay == Timeout.InfiniteTimeSpan ? Task.Delay(delay, cancellationToken) : Task.CompletedTask;
    }
}
