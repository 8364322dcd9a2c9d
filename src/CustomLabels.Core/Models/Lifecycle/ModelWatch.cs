using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Arns;
using CustomLabels.Time;

namespace CustomLabels.Models.Lifecycle;

/// <summary>Waits for several models at once, within the calls that an account has: a call for ten versions of a project, five calls a second at most, and rounds of
/// calls the more seldom the longer it takes. One call of its methods at a time.</summary>
/// <param name="clock">The time.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class ModelWatch(IClock clock, ICallLog log)
{
    // An account has 5 calls a second of DescribeProjectVersions, and of DescribeProjects (AWS general reference, "Amazon Rekognition endpoints and quotas").
    private static readonly TimeSpan CallSpacing = TimeSpan.FromSeconds(1d / 5);

    private TimeSpan _nextCall;
    private TimeSpan? _failingSince;
    private volatile IReadOnlyList<WatchedModel> _pending = [];

    /// <summary>Those that are waited for. May be read on any thread.</summary>
    public IReadOnlyList<WatchedModel> Pending => _pending;

    /// <summary>Waits for one more; what is waited for already is not waited for twice.</summary>
    /// <param name="reader">Reads it.</param>
    /// <param name="arn">The model.</param>
    /// <param name="goal">What is waited for.</param>
    public void Add(ModelReader reader, ProjectVersionArn arn, WaitGoal goal)
    {
        if (!_pending.Any(one => one.Arn == arn)) _pending = [.. _pending, new WatchedModel(reader, arn, goal, clock.Elapsed)];
    }

    /// <summary>Waits until the wait for one or more of them has ended. Something must be pending.</summary>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">Nothing more can be asked: there are no credentials, the endpoint was never reached, or has been silent for ten minutes.</exception>
    public async Task<IReadOnlyList<WatchResult>> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var ended = new List<WatchResult>();
            foreach (var project in _pending.GroupBy(one => (one.Reader, one.Arn.ProjectName))) await LookAsync(project.Key.Reader, project.Key.ProjectName, [.. project], ended, cancellationToken).ConfigureAwait(false);

            var now = clock.Elapsed;
            var late = _pending.Where(one => now >= one.Deadline && ended.TrueForAll(other => other.Watched != one));
            ended.AddRange(late.Select(one => new WatchResult(one, one.Last, LifecycleErrors.TimedOut(one, now))).ToArray());
            if (ended.Count > 0)
            {
                _pending = _pending.Where(one => ended.TrueForAll(other => other.Watched != one)).ToArray();
                return ended;
            }

            await clock.DelayAsync(Pause(now), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LookAsync(ModelReader reader, string project, IReadOnlyList<WatchedModel> watched, List<WatchResult> ended, CancellationToken cancellationToken)
    {
        try
        {
            var models = await reader.ReadAsync(project, watched.Select(one => one.Arn).ToArray(), () => TurnAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            _failingSince = null;
            ended.AddRange(watched.Select(one => End(one, models.FirstOrDefault(model => model.Arn == one.Arn))).OfType<WatchResult>());
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AccessDenied)
        {
            // A policy of one project: the others may be looked at.
            ended.AddRange(watched.Select(one => new WatchResult(one, one.Last, exception.Error with { Scope = ErrorScope.Model })));
        }
        catch (CustomLabelsException exception) when (Polling.Passes(exception) && watched.Any(one => one.Last is not null) && clock.Elapsed - (_failingSince ??= clock.Elapsed) < Polling.Patience)
        {
            log.Verbose($"'{project}': {exception.Message}");
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var wait = _nextCall - clock.Elapsed;
        if (wait > TimeSpan.Zero) await clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        _nextCall = clock.Elapsed + CallSpacing;
    }

    private WatchResult? End(WatchedModel watched, Model? model)
    {
        if (model is null) return new WatchResult(watched, Model: null, watched.Goal.IsDeletion(watched.Last?.Status) ? null : LifecycleErrors.NotThere(watched));
        return watched.Take(model, clock.Elapsed) switch
        {
            WaitVerdict.Reached => new WatchResult(watched, model, Error: null),
            WaitVerdict.Failed => new WatchResult(watched, model, LifecycleErrors.Failed(model)),
            WaitVerdict.SettledElsewhere => new WatchResult(watched, model, LifecycleErrors.SettledElsewhere(model, watched.Goal.Statuses!)),
            _ => null,
        };
    }

    // By the one that was waited for least, and never past a deadline.
    private TimeSpan Pause(TimeSpan now)
    {
        var interval = Polling.Interval(now - _pending.Max(one => one.Began), Polling.Waiting);
        var left = _pending.Min(one => one.Deadline) - now;
        return left < interval ? left : interval;
    }
}
