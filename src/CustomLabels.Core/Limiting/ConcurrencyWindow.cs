using System;

namespace CustomLabels.Limiting;

/// <summary>How many requests at once are of use: found by doubling each round trip, as long as that brings more answers a second.</summary>
/// <remarks>
/// The start-up rule of BBR (draft-cardwell-iccrg-bbr-congestion-control, "Startup"): when the pipe is full, be it the uplink or this machine's
/// processors, more in flight only wait longer, hold memory and run into timeouts.
/// </remarks>
internal sealed class ConcurrencyWindow
{
    private const int InitialSize = 4;

    // BBR's: a pipe that isn't full answers almost twice as much after each doubling; three rounds, because one may have been unlucky.
    private const double FullPipeGrowth = 1.25;
    private const int FullPipeRounds = 3;

    // The pipe may have grown since: look again.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly int _cap;
    private bool _short;
    private bool _growing = true;
    private int _fruitless;
    private double _bestGoodput;
    private int _bestSize;
    private int _sizeAtRound;
    private int _answersLeft;
    private TimeSpan _roundStart;
    private TimeSpan _restUntil;

    public ConcurrencyWindow(int cap)
    {
        _cap = cap;
        Size = _bestSize = _sizeAtRound = _answersLeft = Math.Min(InitialSize, cap);
    }

    /// <summary>Most requests in flight, for now.</summary>
    public int Size { get; private set; }

    /// <summary>A request had to wait for it. (Otherwise answers say nothing about what a larger one would bring: RFC 7661.)</summary>
    public void IsShort() => _short = true;

    /// <summary>A request was answered, with a result or with a refusal of its image.</summary>
    public void Succeeded(TimeSpan now)
    {
        if (_short && _growing && _fruitless == 0 && Size < _cap) Size++;
        if (--_answersLeft > 0) return;
        if (_short) Judge(now, _sizeAtRound / Math.Max(1e-7, (now - _roundStart).TotalSeconds));
        _short = false;
        _roundStart = now;
        _sizeAtRound = _answersLeft = Size;
    }

    private void Judge(TimeSpan now, double goodput)
    {
        if (!_growing)
        {
            if (now < _restUntil) return;
            _growing = true;
            _bestGoodput = goodput;
            _bestSize = Size;
        }
        else if (goodput >= _bestGoodput * FullPipeGrowth)
        {
            _bestGoodput = goodput;
            _bestSize = _sizeAtRound;
            _fruitless = 0;
        }
        else if (++_fruitless == FullPipeRounds)
        {
            _growing = false;
            _fruitless = 0;
            Size = _bestSize;
            _restUntil = now + Rest;
        }
    }
}
