using System;
using System.Management.Automation;
using CustomLabels.Time;

namespace CustomLabels.Output;

/// <summary>A bar that shows how far something long has come: seldom enough, and not at all for what is over at once.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="id">Tells it from the command's other bars.</param>
/// <param name="activity">What is done.</param>
/// <param name="clock">The time.</param>
internal sealed class ProgressBar(Cmdlet cmdlet, int id, string activity, IClock clock)
{
    // Windows PowerShell draws every record: thousands of them take longer than the work they tell of.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    // What is over sooner needs no bar.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private TimeSpan _next = clock.Elapsed + Quiet;
    private bool _isShown;

    /// <summary>Whether it should be shown again now.</summary>
    public bool IsDue => clock.Elapsed >= _next;

    /// <summary>Shows it. On the pipeline's thread.</summary>
    /// <param name="status">How far it has come.</param>
    /// <param name="percent">The same in percent, 0 to 100; null when that is not known.</param>
    /// <param name="secondsLeft">The seconds left; null when they are not known.</param>
    public void Show(string status, int? percent, int? secondsLeft)
    {
        _next = clock.Elapsed + Interval;
        var record = new ProgressRecord(id, activity, status);
        if (percent is { } done) record.PercentComplete = done;
        if (secondsLeft is { } seconds) record.SecondsRemaining = seconds;
        cmdlet.WriteProgress(record);
        _isShown = true;
    }

    /// <summary>Takes it away. On the pipeline's thread.</summary>
    public void Complete()
    {
        if (!_isShown) return;
        _isShown = false;
        cmdlet.WriteProgress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    /// <summary>Takes it away, also while something else is on its way out of the pipeline: nobody sees the bar any more then.</summary>
    public void Dismiss()
    {
        try
        {
            Complete();
        }
        catch (PipelineStoppedException)
        {
            // What ends the pipeline goes on.
        }
    }
}
