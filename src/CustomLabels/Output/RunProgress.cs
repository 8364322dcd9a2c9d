using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using CustomLabels.Time;

namespace CustomLabels.Output;

/// <summary>How far a run has come: counted as results are emitted, shown while it lasts.</summary>
internal sealed class RunProgress(Cmdlet cmdlet, IClock clock)
{
    private const int ActivityId = 20160627;

    // Windows PowerShell draws every record: thousands of them take longer than the work they tell of.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    // What is over sooner needs no bar.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    // The rate is that of the last updates, ten seconds of them.
    private const int RememberedUpdates = 50;

    private readonly Queue<(TimeSpan Time, int Images)> _updates = new();
    private readonly TimeSpan _started = clock.Elapsed;
    private TimeSpan _next = clock.Elapsed + Quiet;
    private bool _isShown;

    /// <summary>Images that are finished.</summary>
    public int Images { get; private set; }

    /// <summary>Those of them that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Those of them that were read from a journal.</summary>
    public int FromJournal { get; private set; }

    /// <summary>Labels of all of them.</summary>
    public int Labels { get; private set; }

    /// <summary>How many images there are; null as long as more may come.</summary>
    public int? Total { get; set; }

    /// <summary>The time since the start.</summary>
    public TimeSpan Duration => clock.Elapsed - _started;

    /// <summary>One more image is finished.</summary>
    public void Count(DetectionResult result)
    {
        Images++;
        Labels += result.CustomLabels.Count;
        if (result.Status == DetectionStatus.Failed) Failed++;
        if (result.FromJournal) FromJournal++;
    }

    /// <summary>Shows it, unless it was shown just now. On the pipeline's thread.</summary>
    public void Show()
    {
        var now = clock.Elapsed;
        if (now < _next) return;
        _next = now + Interval;
        _updates.Enqueue((now, Images));
        if (_updates.Count > RememberedUpdates) _updates.Dequeue();
        cmdlet.WriteProgress(Record(now));
        _isShown = true;
    }

    /// <summary>Takes it away.</summary>
    public void Complete()
    {
        if (!_isShown) return;
        _isShown = false;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, "Detecting custom labels", "Done") { RecordType = ProgressRecordType.Completed });
    }

    private ProgressRecord Record(TimeSpan now)
    {
        var (time, images) = _updates.Peek();
        var rate = now > time ? (Images - images) / (now - time).TotalSeconds : Images / Duration.TotalSeconds;
        var of = Total is { } all ? string.Format(CultureInfo.CurrentCulture, " of {0:N0}", all) : "";
        var record = new ProgressRecord(
            ActivityId, "Detecting custom labels", string.Format(CultureInfo.CurrentCulture, "{0:N0}{1} images, {2:N0} failed, {3:0.0} images/s", Images, of, Failed, rate));
        if (Total is not > 0) return record;
        record.PercentComplete = Math.Min(100, (int)(100L * Images / Total.Value));
        if (rate > 0) record.SecondsRemaining = (int)Math.Min(int.MaxValue, (Total.Value - Images) / rate);
        return record;
    }
}
