using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Local.Account;

/// <summary>The models' time: it begins with the endpoint and runs at its own speed, so that a day can take a minute. Safe for concurrent use where the clock behind it is.</summary>
internal sealed class ScaledClock : IClock
{
    private readonly IClock _clock;
    private readonly double _scale;
    private readonly DateTime _start;
    private readonly TimeSpan _startElapsed;

    /// <summary>A clock that begins now.</summary>
    /// <param name="clock">The real time.</param>
    /// <param name="scale">How many seconds of it pass in a real one; above 0.</param>
    public ScaledClock(IClock clock, double scale)
    {
        _clock = clock;
        _scale = scale;
        _start = clock.UtcNow;
        _startElapsed = clock.Elapsed;
    }

    /// <inheritdoc/>
    public DateTime UtcNow => At(Elapsed);

    /// <inheritdoc/>
    public TimeSpan Elapsed => _startElapsed + TimeSpan.FromTicks((long)((_clock.Elapsed - _startElapsed).Ticks * _scale));

    /// <summary>The date of a time since some start.</summary>
    public DateTime At(TimeSpan elapsed) => _start + (elapsed - _startElapsed);

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        _clock.DelayAsync(delay == Timeout.InfiniteTimeSpan ? delay : TimeSpan.FromTicks((long)(delay.Ticks / _scale)), cancellationToken);
}
