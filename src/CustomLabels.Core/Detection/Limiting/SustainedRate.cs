using System;

namespace CustomLabels.Detection.Limiting;

/// <summary>The rate that the service has room for: none is known until it throttles a request, then it is found and followed.</summary>
/// <remarks>
/// The service is a token bucket. As long as that is empty, the share of throttles is exactly what the rate is too high by: at a rate of r with a
/// share of s, r(1-s) are answered a second, whatever the burst. So after a throttle the rate is cut a little and held, for a round trip until answers tell of
/// it, and for another to measure; when none was throttled it grows by <see cref="GrowthCurve"/>. Halving at each throttle, as TCP used to, would give a
/// quarter of the room away.
/// </remarks>
internal sealed class SustainedRate
{
    // Below what the service takes, so that the bucket fills a little and the next throttle is seconds away; far less than it holds, so nothing is lost.
    private const double Cut = 0.04;

    // The first throttle comes when a full bucket has been emptied in a rush: what was answered until then says little, but that it was too much.
    private const double FirstCut = 0.75;

    // Or it came by chance: then half as much again is throttled no more, which a dozen answers tell.
    private const double FirstRaise = 1.5;
    private const int FirstAnswers = 12;

    // A share of a dozen answers is no proof of a rate near zero.
    private const double DeepestCut = 0.8;
    private const int MeasuredAnswers = 12;

    // An outage costs one request in two seconds, and its end is seen as soon.
    private const double LowestRate = 0.5;

    // At four times a rate that is too high, three of four are throttled.
    private const double TestRaise = 4;
    private const int TestAnswers = 48;

    // While it grows, throttles are counted in so many answers at least.
    private const int GrowingAnswers = 64;
    private const double ShortestRoundTripSeconds = 0.001;

    private readonly RoundTripTime _roundTrip;
    private readonly GrowthCurve _growth;
    private readonly AmbientThrottles _ambient = new();
    private RatePhase _phase;
    private double _target;
    private double _held;
    private bool _isTest;
    private bool _isOutage;
    private TimeSpan _phaseEnd;
    private int _answers;
    private int _throttles;
    private TimeSpan _shortSince;
    private TimeSpan _shortFor;

    public SustainedRate(RoundTripTime roundTrip)
    {
        _roundTrip = roundTrip;
        _growth = new GrowthCurve(roundTrip);
    }

    /// <summary>Requests a second, now.</summary>
    public double At(TimeSpan now)
    {
        if (_phase == RatePhase.Open) return double.PositiveInfinity;
        if (_phase != RatePhase.Growing) return _held;
        if (_shortFor > TimeSpan.Zero)
        {
            // No longer than the wait was to be: a laptop may have slept since.
            var passed = now - _shortSince;
            _growth.Pass(passed < _shortFor ? passed : _shortFor);
            _shortFor = TimeSpan.Zero;
        }

        return _growth.Rate;
    }

    /// <summary>A request has to wait for it.</summary>
    public void NoteWait(TimeSpan now, TimeSpan wait)
    {
        _shortSince = now;
        _shortFor = wait;
    }

    /// <summary>A request was answered, with a result or with a refusal of its image.</summary>
    public void Succeeded(TimeSpan now)
    {
        if (_phase == RatePhase.Open) return;
        if (_isOutage) Grow();
        Answered(now, throttled: false);
    }

    /// <summary>A request was throttled.</summary>
    /// <param name="now">The time.</param>
    /// <param name="inFlight">How many were under way with it.</param>
    public void Throttled(TimeSpan now, int inFlight)
    {
        if (_phase == RatePhase.Open)
        {
            _target = inFlight / Math.Max(ShortestRoundTripSeconds, _roundTrip.MeanSeconds);
            Hold(now, _target * FirstRaise);
            _phase = RatePhase.Doubting;
            _answers = _throttles = 0;
            return;
        }

        Answered(now, throttled: true);
    }

    private void Answered(TimeSpan now, bool throttled)
    {
        if (!_isTest) _ambient.Answered(now, throttled);
        if (_phase == RatePhase.Doubting)
        {
            Doubt(now, throttled);
            return;
        }

        if (_phase == RatePhase.Settling)
        {
            if (now < _phaseEnd) return;
            _phase = RatePhase.Measuring;
            _phaseEnd = now + TimeSpan.FromSeconds(_roundTrip.MeanSeconds);
            _answers = _throttles = 0;
        }

        _answers++;
        if (throttled) _throttles++;
        if (_phase == RatePhase.Growing) WatchGrowth(now, throttled);
        else if (now >= _phaseEnd && _answers >= (_isTest ? TestAnswers : MeasuredAnswers)) Judge(now);
    }

    private void Doubt(TimeSpan now, bool throttled)
    {
        _answers++;
        if (throttled) _throttles++;
        if (AmbientThrottles.IsRefutedBy(_throttles, _answers))
        {
            _ambient.Cut(_target, _target);
            Hold(now, _target * (1 - FirstCut));
        }
        else if (now >= _phaseEnd && _answers >= FirstAnswers)
        {
            _ambient.Learn(now, (double)_throttles / _answers);
            _held = _target;
            Grow();
        }
    }

    private void WatchGrowth(TimeSpan now, bool throttled)
    {
        if (throttled && _ambient.IsExceededBy(_throttles, Math.Max(_answers, GrowingAnswers)))
        {
            var rate = _growth.Rate;
            if (_growth.IsSearching) _ambient.CutHelped();

            // A search has run past the limit while the bucket emptied: go back half way.
            var low = rate > _target ? (rate + _target) / 2 : rate;
            _target = rate;
            CutTo(now, rate, low * (1 - Cut));
        }
        else if (_answers >= 2 * GrowingAnswers)
        {
            _answers = _throttles = 0;
        }
    }

    private void Judge(TimeSpan now)
    {
        if (_throttles == _answers && !_isTest)
        {
            // Nothing is known but that there is no room at all: the last good rate is kept for when there is again.
            _isOutage = true;
            Hold(now, _held * (1 - DeepestCut));
            return;
        }

        if (_isTest)
        {
            _isTest = false;
            if (_ambient.ApplyTest(now, _throttles, _answers))
            {
                _target = Math.Max(_target, _held);
                Grow();
                return;
            }
        }

        if (!_ambient.IsExceededBy(_throttles, _answers))
        {
            Grow();
            return;
        }

        var rate = _held;
        _target = rate * Math.Max(1 - DeepestCut, _ambient.RoomAt(_throttles, _answers));
        CutTo(now, rate, _target * (1 - Cut));
    }

    private void CutTo(TimeSpan now, double rate, double low)
    {
        _ambient.Cut(rate, _target);
        _isTest = _ambient.IsSuspected;
        Hold(now, _isTest ? rate * TestRaise : low);
    }

    private void Hold(TimeSpan now, double rate)
    {
        _held = Math.Max(LowestRate, rate);
        _phase = RatePhase.Settling;
        _phaseEnd = now + _roundTrip.Bound;
        _shortFor = TimeSpan.Zero;
    }

    private void Grow()
    {
        _isOutage = false;
        _phase = RatePhase.Growing;
        _growth.Start(_held, _target);
        _answers = _throttles = 0;
        _shortFor = TimeSpan.Zero;
    }
}
