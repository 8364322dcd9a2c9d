using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Tests;

/// <summary>Time that passes when the test says so, and then wakes who waits for it.</summary>
internal sealed class SteppedClock : IClock
{
    private readonly List<(TimeSpan Due, TaskCompletionSource<bool> Sleeper)> _sleepers = [];

    public DateTime UtcNow => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) + Elapsed;

    public TimeSpan Elapsed { get; private set; }

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var sleeper = new TaskCompletionSource<bool>();
        _sleepers.Add((Elapsed + delay, sleeper));
        return sleeper.Task;
    }

    /// <summary>Lets time pass, from one sleeper's time to the next.</summary>
    public void Pass(TimeSpan time)
    {
        // Under xunit's own context whoever wakes would go on elsewhere, some time.
        SynchronizationContext.SetSynchronizationContext(null);
        for (var end = Elapsed + time; Elapsed < end;)
        {
            Elapsed = _sleepers.Where(s => s.Due <= end).Select(s => s.Due).DefaultIfEmpty(end).Min();
            foreach (var (due, sleeper) in _sleepers.Where(s => s.Due <= Elapsed).ToList())
            {
                _sleepers.Remove((due, sleeper));
                sleeper.SetResult(true);
            }
        }
    }
}
