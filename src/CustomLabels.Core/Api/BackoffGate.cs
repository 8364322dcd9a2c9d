using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Api;

/// <summary>Lets a call start at once, and after each throttle later than after the one before.</summary>
internal sealed class BackoffGate(RetryPolicy retry, IClock clock) : ICallGate
{
    private int _throttles;
    private TimeSpan _delay;

    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var delay = _delay;
        _delay = TimeSpan.Zero;
        if (delay > TimeSpan.Zero) await clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
    }

    public void Succeeded(TimeSpan roundTrip) => _throttles = 0;

    public void Throttled(TimeSpan? retryAfter) => _delay = retry.Delay(++_throttles, retryAfter);

    public void Failed()
    {
        // The caller waits by itself before it tries again.
    }

    public void Withdrawn()
    {
        // Nobody else waits here.
    }
}
