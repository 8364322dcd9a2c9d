using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection;

namespace CustomLabels.Core.Tests.Detection;

/// <summary>Time that passes only by waiting, and then at once.</summary>
internal sealed class ManualClock : IRunClock
{
    public List<TimeSpan> Waits { get; } = [];

    public DateTime UtcNow => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) + Elapsed;

    public TimeSpan Elapsed { get; set; }

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        Waits.Add(delay);
        Elapsed += delay;
        return Task.CompletedTask;
    }
}
