using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Api;

/// <summary>Lets the calls of one operation start at once until the service throttles one; from then on at the pace of an account's quota, with a longer wait after each throttle in a row.</summary>
/// <remarks>Safe for concurrent use. An account has 5 calls a second of each operation but detection (AWS general reference, "Amazon Rekognition endpoints and quotas"), and may have asked for more.</remarks>
internal sealed class PacedGate(RetryPolicy retry, IClock clock) : ICallGate
{
    private static readonly TimeSpan QuotaSpacing = TimeSpan.FromSeconds(1d / 5);

    private readonly object _gate = new();
    private TimeSpan _next;
    private TimeSpan _spacing;
    private int _throttles;

    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan delay;
        lock (_gate)
        {
            var start = clock.Elapsed > _next ? clock.Elapsed : _next;
            delay = start - clock.Elapsed;
            _next = start + _spacing;
        }

        if (delay > TimeSpan.Zero) await clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
    }

    public void Succeeded(TimeSpan roundTrip)
    {
        lock (_gate) _throttles = 0;
    }

    public void Throttled(TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            _spacing = QuotaSpacing;
            var next = clock.Elapsed + retry.Delay(++_throttles, retryAfter);
            if (next > _next) _next = next;
        }
    }

    public void Failed()
    {
        // The caller waits by itself before it tries again.
    }

    public void Withdrawn()
    {
        // Its turn is not given back: it was a fifth of a second.
    }
}
