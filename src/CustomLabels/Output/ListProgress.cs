using System;
using System.Globalization;
using System.Management.Automation;
using CustomLabels.Time;

namespace CustomLabels.Output;

/// <summary>The progress of a listing that makes a call for each of many things.</summary>
internal sealed class ListProgress(Cmdlet cmdlet, string activity, IClock clock)
{
    private const int ActivityId = 20160628;

    // As in RunProgress: few updates, and none for what is over at once.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private TimeSpan _next = clock.Elapsed + Quiet;
    private bool _isShown;

    /// <summary>Shows it, unless it was shown just now. On the pipeline's thread.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="all">How many there are; 1 and up.</param>
    /// <param name="what">What they are.</param>
    public void Show(int done, int all, string what)
    {
        if (clock.Elapsed < _next) return;
        _next = clock.Elapsed + Interval;
        _isShown = true;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, string.Format(CultureInfo.CurrentCulture, "{0:N0} of {1:N0} {2}", done, all, what)) { PercentComplete = (int)(100L * done / all) });
    }

    /// <summary>Takes it away.</summary>
    public void Complete()
    {
        if (!_isShown) return;
        _isShown = false;
        try
        {
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // The pipeline ends while something else is on its way out of it; nobody sees the bar any more.
        }
    }
}
