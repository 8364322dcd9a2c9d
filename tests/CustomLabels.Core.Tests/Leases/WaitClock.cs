using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Core.Tests.Leases;

/// <summary>Does something as soon as somebody waits, who then waits no longer.</summary>
internal sealed class WaitClock(Action wait) : IClock
{
    public DateTime UtcNow => DateTime.UtcNow;

    public TimeSpan Elapsed => TimeSpan.Zero;

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        wait();
        return Task.CompletedTask;
    }
}
