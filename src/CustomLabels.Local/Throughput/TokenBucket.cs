using System;

namespace CustomLabels.Local.Throughput;

/// <summary>Lets requests through at a rate, and after a quiet time a burst of them. Safe for concurrent use.</summary>
internal sealed class TokenBucket
{
    // What sums of many small times may be short of a whole token by.
    private const double Rounding = 1e-6;

    private readonly object _gate = new();
    private readonly TimeSpan _burst;
    private double _rate;
    private double _tokens;
    private TimeSpan _filled;

    /// <summary>A full bucket.</summary>
    /// <param name="rate">Requests a second.</param>
    /// <param name="burst">For how long the rate is saved up while nobody asks; one request is always let through.</param>
    /// <param name="now">The time.</param>
    public TokenBucket(double rate, TimeSpan burst, TimeSpan now)
    {
        _rate = rate;
        _burst = burst;
        _tokens = Capacity;
        _filled = now;
    }

    private double Capacity => Math.Max(1, _rate * _burst.TotalSeconds);

    /// <summary>Whether one more request is let through.</summary>
    public bool TryTake(TimeSpan now)
    {
        lock (_gate)
        {
            Fill(now);
            if (_tokens < 1 - Rounding) return false;
            _tokens--;
            return true;
        }
    }

    /// <summary>Lets requests through at another rate from now on.</summary>
    public void SetRate(double rate, TimeSpan now)
    {
        lock (_gate)
        {
            Fill(now);
            _rate = rate;
            _tokens = Math.Min(_tokens, Capacity);
        }
    }

    private void Fill(TimeSpan now)
    {
        // Two threads may come in another order than they read the clock.
        if (now <= _filled) return;
        _tokens = Math.Min(Capacity, _tokens + (_rate * (now - _filled).TotalSeconds));
        _filled = now;
    }
}
