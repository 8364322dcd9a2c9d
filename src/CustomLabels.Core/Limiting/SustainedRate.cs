using System;

namespace CustomLabels.Limiting;

/// <summary>What the service has room for.</summary>
internal sealed class SustainedRate
{
    private const double Cut = 0.04;
    private const double DeepestCut = 0.8;
    private const double Floor = 0.5;
    private const int MeasuredAnswers = 8;
    private const double RecoverySeconds = 1.5;
    private const double RecoveryRoundTrips = 6;

    private readonly RoundTripTime _roundTrip;
    private RatePhase _phase;
    private double _target;
    private double _low;
    private double _grownSeconds;
    private TimeSpan _phaseEnd;
    private int _answers;
    private int _throttles;
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

    public void Succeeded(TimeSpan now) => Answered(now, throttled: false);

    public void Throttled(TimeSpan now, int inFlight)
    {
        if (_phase == RatePhase.Open)
        {
            _target = inFlight / Math.Max(0.001, _roundTrip.MeanSeconds);
            Settle(now, _target / 2);
            return;
        }

        Answered(now, throttled: true);
    }

    private double Grown()
    {
        var x = _grownSeconds / Math.Max(RecoverySeconds, RecoveryRoundTrips * _roundTrip.MeanSeconds);
        if (x < 1) return _target - ((_target - _low) * Math.Pow(1 - x, 3));
        var f = x < 2 ? Math.Pow(x - 1, 3) : Math.Exp(Math.Min(50, 3 * (x - 2)));
        return _target * (1 + (Cut * f));
    }

    private void Answered(TimeSpan now, bool throttled)
    {
        switch (_phase)
        {
            case RatePhase.Open:
                return;
            case RatePhase.Settling:
                if (now < _phaseEnd) return;
                _phase = RatePhase.Measuring;
                _phaseEnd = now + TimeSpan.FromSeconds(_roundTrip.MeanSeconds);
                _answers = _throttles = 0;
                goto case RatePhase.Measuring;
            case RatePhase.Measuring:
                _answers++;
                if (throttled) _throttles++;
                if (_answers >= MeasuredAnswers && now >= _phaseEnd) Judge(now);
                return;
            default:
                if (throttled)
                {
                    var rate = Grown();
                    var before = _target;
                    _target = rate;
                    Settle(now, rate > before ? (rate + before) / 2 * (1 - Cut) : rate * (1 - Cut));
                }

                return;
        }
    }

    private void Judge(TimeSpan now)
    {
        if (_throttles == 0)
        {
            _phase = RatePhase.Cruising;
            _grownSeconds = 0;
            return;
        }

        var share = Math.Min(DeepestCut, (double)_throttles / _answers);
        if (_throttles == _answers)
        {
            Settle(now, _low * (1 - share));
            return;
        }

        _target = _low * (1 - share);
        Settle(now, _target * (1 - Cut));
    }

    private void Settle(TimeSpan now, double rate)
    {
        _low = Math.Max(Floor, rate);
        _phase = RatePhase.Settling;
        _phaseEnd = now + _roundTrip.Bound;
        _shortFor = TimeSpan.Zero;
    }
}
