using System.Globalization;
using System.Management.Automation;
using CustomLabels.Time;

namespace CustomLabels.Output;

/// <summary>The progress of a listing that makes a call for each of many things.</summary>
internal sealed class ListProgress(Cmdlet cmdlet, string activity, IClock clock)
{
    private const int ActivityId = 20160628;

    private readonly ProgressBar _bar = new(cmdlet, ActivityId, activity, clock);

    /// <summary>Shows it, unless it was shown just now. On the pipeline's thread.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="all">How many there are; 1 and up.</param>
    /// <param name="what">What they are.</param>
    public void Show(int done, int all, string what)
    {
        if (_bar.IsDue) _bar.Show(string.Format(CultureInfo.CurrentCulture, "{0:N0} of {1:N0} {2}", done, all, what), (int)(100L * done / all), secondsLeft: null);
    }

    /// <summary>Takes it away.</summary>
    public void Complete() => _bar.Dismiss();
}
