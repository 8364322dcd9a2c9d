using System;

namespace CustomLabels.Limiting;

/// <summary>What the service has room for.</summary>
internal sealed class SustainedRate
{
    public static double Cut = 0.04, DeepestCut = 0.8, Floor = 0.5, FirstCut = 0.75, RecoverySeconds = 2, RecoverySlots = 12, RecoveryRoundTrips = 2, EFold = 0.67, EFoldRoundTrips = 1, Probe = 0.1;
    public static int MeasuredAnswers = 8;

    private readonly RoundTripTime _roundTrip;
    private readonly AmbientThrottles _ambient = new();
    private RatePhase _phase;
    private double _target;
    private double _low;
    private double _grownSeconds;
    private TimeSpan _phaseEnd;
    private int _answers;
    private int _throttles;
    private bool _outage;
    private double _rateBefore;
    private TimeSpan _shortSince;
    private TimeSpan _shortFor;

    public SustainedRate(RoundTripTime roundTrip)
    {
        _roundTrip = roundTrip;
    }

    public double At(TimeSpan now)
    {
        if (_phase == RatePhase.Open) return double.PositiveInfinity;
        if (_phase != RatePhase.Cruising) return _low;
        if (_shortFor > TimeSpan.Zero)
        {
            var passed = now - _shortSince;
            _grownSeconds += (passed < _shortFor ? passed : _shortFor).TotalSeconds;
            _shortFor = TimeSpan.Zero;
        }

        return Grown();
    }

    public void IsShort(TimeSpan now, TimeSpan delay)
    {
        _shortSince = now;
        _shortFor = delay;
    }

    public void Succeeded(TimeSpan now)
    {
        if (_outage)
        {
            _outage = false;
            Cruise();
        }

        Answered(now, throttled: false);
    }

    public void Throttled(TimeSpan now, int inFlight)
    {
        if (_phase == RatePhase.Open)
        {
            _target = inFlight / Math.Max(0.001, _roundTrip.MeanSeconds);
            _rateBefore = _target;
            Settle(now, _target * (1 - FirstCut));
            return;
        }

        Answered(now, throttled: true);
    }

    private double Recovery => Math.Max(Math.Max(RecoverySeconds, RecoverySlots / _target), RecoveryRoundTrips * _roundTrip.MeanSeconds);

    private double Grown()
    {
        var k = Recovery;
        var x = (_grownSeconds / k) - 1;
        if (x < 0) return _target + ((_target - _low) * x * x * x);
        var f = x < 1 ? x * x * x : Math.Exp(Math.Min(50, (_grownSeconds - (2 * k)) / Math.Max(EFold, EFoldRoundTrips * _roundTrip.MeanSeconds)));
        return _target + (Probe * Math.Sqrt(_target) * f);
    }

    private void Answered(TimeSpan now, bool throttled)
    {
        if (_phase == RatePhase.Open) return;
        if (_phase == RatePhase.Settling)
        {
            if (now < _phaseEnd) return;
            _phase = RatePhase.Measuring;
            _phaseEnd = now + TimeSpan.FromSeconds(_roundTrip.MeanSeconds);
            _answers = _throttles = 0;
        }

        _answers++;
        if (throttled) _throttles++;
        if (_phase == RatePhase.Measuring)
        {
            if (_answers >= MeasuredAnswers && now >= _phaseEnd) Judge(now);
            return;
        }

        if (throttled && _throttles > _ambient.Tolerated(Math.Max(_answers, 32)))
        {
            var rate = Grown();
            var before = _target;
            if (_grownSeconds >= Recovery) _rateBefore = rate;
            _target = rate;
            var low = rate > before ? (rate + before) / 2 : rate;
            if (_ambient.Share > 0) low = Math.Min(low, rate * (1 - ((double)_throttles / Math.Max(_answers, 32))));
            Settle(now, low * (1 - Cut));
        }
        else if (_answers >= 64)
        {
            _answers = _throttles = 0;
        }
    }

    private void Cruise()
    {
        _phase = RatePhase.Cruising;
        _grownSeconds = 0;
        _answers = _throttles = 0;
        _shortFor = TimeSpan.Zero;
    }

    private void Judge(TimeSpan now)
    {
        if (_ambient.Learn(_answers, _throttles))
        {
            _target = Math.Max(_target, _rateBefore);
            Cruise();
            return;
        }

        if (_throttles <= _ambient.Tolerated(_answers))
        {
            Cruise();
            return;
        }

        if (_throttles == _answers)
        {
            _outage = true;
            Settle(now, _low * (1 - DeepestCut));
            return;
        }

        var share = (double)_throttles / _answers;
        _target = _low * Math.Max(1 - DeepestCut, (1 - share) / (1 - _ambient.Share));
        Settle(now, _target * (1 - Cut));
    }

    private void Settle(TimeSpan now, double rate)
    {
        _low = Math.Max(Floor, rate);
        _phase = RatePhase.Settling;
        _phaseEnd = now + _roundTrip.Bound;
    }
}
