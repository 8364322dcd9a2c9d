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

    // The rate is that of the last updates, ten seconds of them.
    private const int RememberedUpdates = 50;

    private readonly Queue<(TimeSpan Time, int Images)> _updates = new();
    private readonly TimeSpan _started = clock.Elapsed;
    private readonly ProgressBar _bar = new(cmdlet, ActivityId, "Detecting custom labels", clock);

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
        if (!_bar.IsDue) return;
        var now = clock.Elapsed;
        _updates.Enqueue((now, Images));
        if (_updates.Count > RememberedUpdates) _updates.Dequeue();
        var (time, images) = _updates.Peek();
        var rate = now > time ? (Images - images) / (now - time).TotalSeconds : Images / Duration.TotalSeconds;
        var of = Total is { } all ? string.Format(CultureInfo.CurrentCulture, " of {0:N0}", all) : "";
        _bar.Show(string.Format(CultureInfo.CurrentCulture, "{0:N0}{1} images, {2:N0} failed, {3:0.0} images/s", Images, of, Failed, rate), Percent, SecondsLeft(rate));
    }

    /// <summary>Takes it away.</summary>
    public void Complete() => _bar.Complete();

    private int? Percent => Total is > 0 ? Math.Min(100, (int)(100L * Images / Total.Value)) : null;

    private int? SecondsLeft(double rate) => Total is > 0 && rate > 0 ? (int)Math.Min(int.MaxValue, (Total.Value - Images) / rate) : null;
}
