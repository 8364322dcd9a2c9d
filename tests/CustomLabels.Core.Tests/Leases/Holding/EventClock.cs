using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Core.Tests.Leases.Holding;

/// <summary>A manual clock that does something when its time has come, while somebody waits: another process acts, or the time for a stop is over.</summary>
internal sealed class EventClock(ManualClock clock) : IClock
{
    private readonly List<(TimeSpan Time, Action Act)> _events = [];

    public DateTime UtcNow => clock.UtcNow;

    public TimeSpan Elapsed => clock.Elapsed;

    public void After(double seconds, Action act) => _events.Add((Elapsed + TimeSpan.FromSeconds(seconds), act));

    /// <summary>A token that is cancelled after a time.</summary>
    public CancellationToken Limit(double seconds)
    {
        var source = new CancellationTokenSource();
        After(seconds, source.Cancel);
        return source.Token;
    }

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var end = Elapsed + delay;
        foreach (var due in _events.Where(one => one.Time <= end).OrderBy(one => one.Time).ToArray())
        {
            _events.Remove(due);
            clock.Elapsed = due.Time;
            due.Act();
            if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        }

        clock.Elapsed = end;
        return Task.CompletedTask;
    }
}
