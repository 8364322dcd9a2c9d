using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>Waits for models of a command, all together, and shows for how long each has been waited for.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="waiter">Waits for the answers.</param>
/// <param name="activity">What is done.</param>
/// <param name="clock">The time.</param>
internal sealed class ModelWaiter(Cmdlet cmdlet, CallWaiter waiter, string activity, IClock clock)
{
    private const int ActivityId = 20160629;

    // As many as a line has room for.
    private const int Shown = 3;

    private readonly ModelWatch _watch = new(clock, waiter);

    /// <summary>Waits for one more.</summary>
    /// <param name="region">Where it is.</param>
    /// <param name="model">The model.</param>
    /// <param name="goal">What is waited for.</param>
    public void Add(AccountRegion region, Model model, WaitGoal goal) => _watch.Add(region.Reader, model.Arn, goal);

    /// <summary>What is left of a time since the wait for a model began; null of no time.</summary>
    public TimeSpan? Left(TimeSpan? timeout, WatchedModel watched) =>
        timeout is { } limit ? limit > clock.Elapsed - watched.Began ? limit - (clock.Elapsed - watched.Began) : TimeSpan.Zero : null;

    /// <summary>How each wait ends, as it ends. Who reads them may add more.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    /// <exception cref="CustomLabelsException">Nothing more can be asked.</exception>
    public IEnumerable<WatchResult> Results()
    {
        var bar = new ProgressBar(cmdlet, ActivityId, activity, clock);
        try
        {
            while (_watch.Pending.Count > 0)
            {
                foreach (var ended in waiter.Wait(_watch.NextAsync, () => Show(bar))) yield return ended;
            }
        }
        finally
        {
            bar.Dismiss();
        }
    }

    private void Show(ProgressBar bar)
    {
        if (!bar.IsDue) return;
        var pending = _watch.Pending;
        var shown = string.Join("; ", pending.Take(Shown).Select(one => $"{one.Name} {VisibleText.Of(one.Last?.Status)} {clock.Elapsed - one.Began:h\\:mm\\:ss}"));
        bar.Show(pending.Count > Shown ? $"{shown}; {pending.Count - Shown} more" : shown.Length > 0 ? shown : activity, percent: null, secondsLeft: null);
    }
}
