using System;
using System.Collections.Generic;

namespace CustomLabels.Local.Throughput;

/// <summary>The inference units of one run of a model: how many are in service, what they let through and what they cost.</summary>
/// <remarks>
/// Nothing runs in the background: each call first catches up with the time that has passed. AWS documents that units scale between
/// the minimum and the maximum, not how. Here, without a schedule, the load of each period of <see cref="ThroughputRules.ScalingDelay"/>,
/// throttled requests included, decides the units of the next. Not safe for concurrent use.
/// </remarks>
internal sealed class Capacity
{
    private readonly ThroughputRules _rules;
    private readonly int _min;
    private readonly int _max;
    private readonly bool _followsLoad;
    private readonly TimeSpan _start;
    private readonly Queue<LocalUnitStep> _schedule;
    private readonly TokenBucket? _bucket;
    private readonly UnitHistory _history;
    private int _units;
    private TimeSpan _nextChange;
    private TimeSpan _billed;
    private double _unitSeconds;
    private long _load;

    /// <summary>Units that come into service.</summary>
    /// <param name="rules">What they are worth.</param>
    /// <param name="min">The least, which it starts with.</param>
    /// <param name="max">The most; null for no scaling.</param>
    /// <param name="schedule">Units by time since the start, each step later than the one before; empty to follow the load.</param>
    /// <param name="history">Where to write down the units in service.</param>
    /// <param name="start">The time.</param>
    public Capacity(ThroughputRules rules, int min, int? max, IReadOnlyList<LocalUnitStep> schedule, UnitHistory history, TimeSpan start)
    {
        _rules = rules;
        _history = history;
        _min = min;
        _max = max ?? min;
        _schedule = new Queue<LocalUnitStep>(schedule);
        _followsLoad = schedule.Count == 0 && _max > min && rules.TpsPerUnit is not null;
        _start = _billed = start;
        _units = min;
        if (rules.TpsPerUnit is { } tps) _bucket = new TokenBucket(tps * min, rules.Burst, start);
        _nextChange = NextChange(start);
    }

    /// <summary>Units in service.</summary>
    public int UnitsAt(TimeSpan now)
    {
        Advance(now);
        return _units;
    }

    /// <summary>How long it has run, in hours.</summary>
    public double HoursAt(TimeSpan now) => (now - _start).TotalHours;

    /// <summary>Units in service times hours, which is what AWS bills.</summary>
    public double UnitHoursAt(TimeSpan now)
    {
        Advance(now);
        return _unitSeconds / 3600;
    }

    /// <summary>Whether one more request is let through.</summary>
    public bool TryTake(TimeSpan now)
    {
        Advance(now);
        _load++;
        return _bucket?.TryTake(now) ?? true;
    }

    private void Advance(TimeSpan now)
    {
        while (_nextChange <= now)
        {
            var at = _nextChange;
            Bill(at);
            _units = Math.Max(_min, Math.Min(_max, _schedule.Count > 0 ? _schedule.Dequeue().Units : UnitsForLoad()));
            if (_bucket is { } bucket) bucket.SetRate(_rules.TpsPerUnit!.Value * _units, at);
            _nextChange = NextChange(at);
        }

        Bill(now);
    }

    private int UnitsForLoad()
    {
        var asked = _load / _rules.ScalingDelay.TotalSeconds;
        _load = 0;
        return (int)Math.Min(_max, Math.Ceiling(asked / _rules.TpsPerUnit!.Value));
    }

    /// <summary>When the units change next; never, when nothing asks them to.</summary>
    private TimeSpan NextChange(TimeSpan now)
    {
        if (_schedule.Count > 0) return _start + TimeSpan.FromSeconds(_schedule.Peek().Seconds);
        return _followsLoad ? now + _rules.ScalingDelay : TimeSpan.MaxValue;
    }

    private void Bill(TimeSpan until)
    {
        if (until <= _billed) return;
        _unitSeconds += _units * (until - _billed).TotalSeconds;
        _history.Add(_billed, until, _units);
        _billed = until;
    }
}
