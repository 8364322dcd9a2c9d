using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>Spreads starts evenly at a rate that may change at any time.</summary>
internal sealed class Pacer
{
    // Timers fire late, by up to 16 ms on Windows: what is lost by that is made up for, and no more than that is ever saved up.
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(20);

    private TimeSpan _interval;
    private TimeSpan? _last;
    private TimeSpan _pausedUntil;

    /// <summary>How long the next start has to wait; zero or less when it may be now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="rate">Starts a second; may be infinite.</param>
    public TimeSpan DelayAt(TimeSpan now, double rate)
    {
        _interval = TimeSpan.FromTicks((long)(TimeSpan.TicksPerSecond / rate));
        var due = DueAt(now);
        return (due > _pausedUntil ? due : _pausedUntil) - now;
    }

    /// <summary>One starts.</summary>
    public void Start(TimeSpan now)
    {
        var earliest = now - Lateness;
        var due = DueAt(now);
        _last = due > earliest ? due : earliest;
    }

    /// <summary>What started last has turned out to be nothing: the next one takes its place.</summary>
    public void Withdraw() => _last -= _interval;

    /// <summary>Nothing starts until then.</summary>
    public void Pause(TimeSpan until)
    {
        if (until > _pausedUntil) _pausedUntil = until;
    }

    private TimeSpan DueAt(TimeSpan now) => _last is { } last ? last + _interval : now;
}
