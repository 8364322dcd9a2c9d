using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>Decides when the next request to one model may start, by how the requests before it were answered.</summary>
/// <remarks>
/// Two limits, each found by itself. <see cref="ConcurrencyWindow"/>: what the way to the service and this machine can use at once.
/// <see cref="SustainedRate"/>: what the service has room for, once it has throttled a request. There are no threads and no clock in here: the caller
/// holds a lock and passes the time since some start, which may jump (a laptop sleeps) but not go back. Nothing is allocated after the constructor.
/// </remarks>
internal sealed class RequestLimiter
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly RoundTripTime _roundTrip = new();
    private readonly Pacer _pacer = new();
    private readonly ConcurrencyWindow _window;
    private readonly SustainedRate _rate;

    /// <summary>A limiter that knows nothing of the model yet.</summary>
    /// <param name="maxConcurrency">Most requests in flight, 1 and up.</param>
    public RequestLimiter(int maxConcurrency)
    {
        _window = new ConcurrencyWindow(maxConcurrency);
        _rate = new SustainedRate(_roundTrip);
    }

    /// <summary>Requests started and not yet answered.</summary>
    public int InFlight { get; private set; }

    /// <summary>Starts a request, if it may start now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="wait">When it may not: after how long to ask again, which is earlier after an answer; null when only an answer can make room.</param>
    public bool TryStart(TimeSpan now, out TimeSpan? wait)
    {
        wait = null;
        if (InFlight >= _window.Size)
        {
            _window.NoteWait(now);
            return false;
        }

        var delay = _pacer.DelayAt(now, _rate.At(now));
        if (delay > TimeSpan.Zero)
        {
            _rate.NoteWait(now, delay);
            wait = delay;
            return false;
        }

        _pacer.Start(now);
        InFlight++;
        return true;
    }

    /// <summary>A request was answered, with a result or with a refusal of its image.</summary>
    /// <param name="now">The time.</param>
    /// <param name="roundTrip">How long that took.</param>
    public void Succeeded(TimeSpan now, TimeSpan roundTrip)
    {
        InFlight--;
        _roundTrip.Add(roundTrip);
        _window.Succeeded(now);
        _rate.Succeeded(now);
    }

    /// <summary>The service has no room now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="retryAfter">For how long it asks to be left alone; null when it doesn't say. Honoured up to 20 seconds.</param>
    public void Throttled(TimeSpan now, TimeSpan? retryAfter)
    {
        _rate.Throttled(now, InFlight);
        InFlight--;
        if (retryAfter is { } pause) _pacer.Pause(now + (pause < LongestPause ? pause : LongestPause));
    }

    /// <summary>A request that had started was never sent.</summary>
    public void Withdrawn()
    {
        InFlight--;
        _pacer.Withdraw();
    }

    /// <summary>A request ended in a way that says nothing about room: no answer, a server error, or it was given up.</summary>
    public void Failed() => InFlight--;
}
