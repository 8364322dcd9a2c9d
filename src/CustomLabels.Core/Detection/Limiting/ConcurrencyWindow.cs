using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>How many requests at once are of use: found by doubling each round, as long as that brings more answers a second.</summary>
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

    // A round is a round trip, but no less than this: where the service is as good as here, one pause of the garbage collector decides how many answers there were.
    private static readonly TimeSpan ShortestRound = TimeSpan.FromMilliseconds(200);

    // The pipe may have grown since: look again.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly int _cap;
    private bool _short;
    private bool _growing = true;
    private int _fruitless;
    private double _bestGoodput;
    private int _bestSize;
    private int _sizeAtRound;
    private int _answers;
    private TimeSpan? _roundStart;
    private TimeSpan _restUntil;

    public ConcurrencyWindow(int cap)
    {
        _cap = cap;
        Size = _bestSize = _sizeAtRound = Math.Min(InitialSize, cap);
    }

    /// <summary>Most requests in flight, for now.</summary>
    public int Size { get; private set; }

    /// <summary>A request had to wait for it. (Otherwise answers say nothing about what a larger one would bring: RFC 7661.)</summary>
    public void NoteWait(TimeSpan now)
    {
        _short = true;
        _roundStart ??= now;
    }

    /// <summary>A request was answered, with a result or with a refusal of its image.</summary>
    public void Succeeded(TimeSpan now)
    {
        if (_short && _growing && _fruitless == 0 && Size < Math.Min(_cap, 2 * _sizeAtRound)) Size++;
        if (++_answers < _sizeAtRound || now - _roundStart < ShortestRound) return;
        // In the second round trip the window had doubled already.
        if (_short) Judge(now, _answers / (now - _roundStart!.Value).TotalSeconds, _answers < 2 * _sizeAtRound ? _sizeAtRound : Size);
        _short = false;
        _roundStart = now;
        _sizeAtRound = Size;
        _answers = 0;
    }

    private void Judge(TimeSpan now, double goodput, int size)
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
            _bestSize = size;
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
