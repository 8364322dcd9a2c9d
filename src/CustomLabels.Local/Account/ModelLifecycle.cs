using System;
using System.Collections.Generic;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Throughput;

namespace CustomLabels.Local.Account;

/// <summary>A model's status: STOPPED, STARTING, RUNNING, STOPPING and round again, by the clock; and the inference units of each run.</summary>
/// <remarks>
/// Nothing runs in the background: each call first catches up with the time that has passed. Which operation is allowed in which status
/// AWS doesn't document; these are the ones its console and its sample programs offer. Not safe for concurrent use.
/// </remarks>
internal sealed class ModelLifecycle
{
    private readonly LifecycleRules _rules;
    private readonly IReadOnlyList<LocalUnitStep> _schedule;
    private readonly UnitHistory _history = new();
    private readonly string _statusAfterStart;
    private string _status;
    private TimeSpan _since;
    private (string Status, int MinUnits, int? MaxUnits)? _beforeStart;
    private TimeSpan _started;
    private Capacity? _capacity;
    private double _pastHours;
    private double _pastUnitHours;

    /// <summary>A model in its first status.</summary>
    /// <param name="model">The status and its inference units.</param>
    /// <param name="rules">How long things take.</param>
    /// <param name="now">The time.</param>
    public ModelLifecycle(LocalModel model, LifecycleRules rules, TimeSpan now)
    {
        _rules = rules;
        _schedule = model.UnitSchedule;
        _statusAfterStart = model.StatusAfterStart;
        _status = model.Status;
        _since = now;
        MinUnits = model.MinInferenceUnits;
        MaxUnits = model.MaxInferenceUnits;
        if (_status == ProjectVersionStatus.Running) Open(now);
    }

    /// <summary>Least inference units of the present run, or of the last.</summary>
    public int MinUnits { get; private set; }

    /// <summary>Most inference units of that run; null for no scaling.</summary>
    public int? MaxUnits { get; private set; }

    /// <summary>The status.</summary>
    public string StatusAt(TimeSpan now)
    {
        if (_status == ProjectVersionStatus.Starting && _statusAfterStart != ProjectVersionStatus.Starting && now - _since >= _rules.StartDuration)
        {
            Enter(_statusAfterStart, _since + _rules.StartDuration);
            if (_status == ProjectVersionStatus.Running) Open(_since);
        }
        else if (_status == ProjectVersionStatus.Stopping && now - _since >= _rules.StopDuration)
        {
            Enter(ProjectVersionStatus.Stopped, _since + _rules.StopDuration);
        }

        return _status;
    }

    /// <summary>Status and units as DescribeProjectVersions shows them, where a start may take a while to be seen.</summary>
    public (string Status, int MinUnits, int? MaxUnits) SeenAt(TimeSpan now)
    {
        var status = StatusAt(now);
        return _beforeStart is { } before && status is ProjectVersionStatus.Starting or ProjectVersionStatus.Running && now - _started < _rules.StartVisibilityDelay
            ? before
            : (status, MinUnits, MaxUnits);
    }

    /// <summary>Whether it counts among the account's running models.</summary>
    public bool IsOnAt(TimeSpan now) => StatusAt(now) is ProjectVersionStatus.Starting or ProjectVersionStatus.Running;

    /// <summary>Refuses a start that the status rules out.</summary>
    /// <exception cref="ServiceException">It is started already, is not ready for it, or never will be.</exception>
    public void CheckStartable(TimeSpan now)
    {
        switch (StatusAt(now))
        {
            case ProjectVersionStatus.TrainingCompleted or ProjectVersionStatus.CopyingCompleted or ProjectVersionStatus.Stopped or ProjectVersionStatus.Failed:
                return;
            case ProjectVersionStatus.TrainingFailed or ProjectVersionStatus.CopyingFailed or ProjectVersionStatus.Deprecated or ProjectVersionStatus.Expired:
                throw ModelFaults.NotStartable(_status);
            default:
                throw ModelFaults.InUse(_status);
        }
    }

    /// <summary>Starts it.</summary>
    public void Start(int minUnits, int? maxUnits, TimeSpan now)
    {
        _beforeStart = (StatusAt(now), MinUnits, MaxUnits);
        _started = now;
        (MinUnits, MaxUnits) = (minUnits, maxUnits);
        Enter(ProjectVersionStatus.Starting, now);
    }

    /// <summary>Stops it.</summary>
    /// <exception cref="ServiceException">It doesn't run, or it is STARTING and the rules don't allow it.</exception>
    public void Stop(TimeSpan now)
    {
        var isStopped = StatusAt(now) == ProjectVersionStatus.Running || (_rules.AllowStopWhileStarting && _status == ProjectVersionStatus.Starting);
        if (!isStopped) throw ModelFaults.InUse(_status);
        _pastHours += _capacity?.HoursAt(now) ?? 0;
        _pastUnitHours += _capacity?.UnitHoursAt(now) ?? 0;
        _capacity = null;
        Enter(ProjectVersionStatus.Stopping, now);
    }

    /// <summary>Lets one more detection through.</summary>
    /// <exception cref="ServiceException">It doesn't run, or its units are used up.</exception>
    public void Admit(TimeSpan now)
    {
        if (StatusAt(now) != ProjectVersionStatus.Running) throw ModelFaults.NotReady(_status);
        if (!_capacity!.TryTake(now)) throw ModelFaults.ProvisionedRateExceeded();
    }

    /// <summary>Inference units in service.</summary>
    public int UnitsAt(TimeSpan now) => StatusAt(now) == ProjectVersionStatus.Running ? _capacity!.UnitsAt(now) : 0;

    /// <summary>Hours it has run, in all its runs: from RUNNING until it was told to stop.</summary>
    public double HoursAt(TimeSpan now) => _pastHours + (StatusAt(now) == ProjectVersionStatus.Running ? _capacity!.HoursAt(now) : 0);

    /// <summary>The same times the units in service.</summary>
    public double UnitHoursAt(TimeSpan now) => _pastUnitHours + (StatusAt(now) == ProjectVersionStatus.Running ? _capacity!.UnitHoursAt(now) : 0);

    /// <summary>The inference units of all its runs, up to now.</summary>
    public IReadOnlyList<UnitSpan> UnitSpansAt(TimeSpan now)
    {
        _ = UnitHoursAt(now);
        return _history.Spans;
    }

    private void Open(TimeSpan now) => _capacity = new Capacity(_rules.Throughput, MinUnits, MaxUnits, _schedule, _history, now);

    private void Enter(string status, TimeSpan now)
    {
        _status = status;
        _since = now;
    }
}
