using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Models.Lifecycle;
using Xunit;

namespace CustomLabels.Core.Tests.Models.Lifecycle;

public sealed class ModelWatchTests : IDisposable
{
    private readonly FakeModels _service = new();
    private readonly ModelReader _reader;
    private readonly ModelWatch _watch;

    public ModelWatchTests()
    {
        _reader = new ModelReader(_service.Client);
        _watch = new ModelWatch(_service.Clock, SilentLog.Instance);
    }

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(ProjectVersionStatus.Running, "RUNNING")]
    [InlineData(ProjectVersionStatus.Stopped, "STOPPED")]
    [InlineData(ProjectVersionStatus.TrainingCompleted, "TRAINING_COMPLETED")]
    [InlineData(ProjectVersionStatus.CopyingCompleted, "COPYING_COMPLETED")]
    [InlineData(ProjectVersionStatus.Deprecated, "DEPRECATED")]
    [InlineData(ProjectVersionStatus.Expired, "EXPIRED")]
    [InlineData(ProjectVersionStatus.Failed, "WaitFailed")]
    [InlineData(ProjectVersionStatus.TrainingFailed, "WaitFailed")]
    [InlineData(ProjectVersionStatus.CopyingFailed, "WaitFailed")]
    [InlineData(ProjectVersionStatus.Starting, "RUNNING", 60)]
    [InlineData(ProjectVersionStatus.Stopping, "RUNNING", 60)]
    [InlineData(ProjectVersionStatus.TrainingInProgress, "RUNNING", 60)]
    [InlineData(ProjectVersionStatus.CopyingInProgress, "RUNNING", 60)]
    [InlineData(ProjectVersionStatus.Deleting, "RUNNING", 60)]
    public async Task Without_a_status_it_is_waited_until_nothing_is_under_way(string status, string end, double second = 0)
    {
        Add("lines/v1", new WaitGoal(null, null), (0, status), (60, ProjectVersionStatus.Running));

        Assert.Equal([$"lines/v1 {end}"], await AllAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalSeconds, second, second + 16);
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Running, "RUNNING", 0)]
    [InlineData(ProjectVersionStatus.Starting, "RUNNING", 60)]
    // A start may be seen late, so these are given some seconds.
    [InlineData(ProjectVersionStatus.Stopped, "WaitFailed", 15)]
    [InlineData(ProjectVersionStatus.TrainingCompleted, "WaitFailed", 15)]
    [InlineData(ProjectVersionStatus.TrainingFailed, "WaitFailed", 0)]
    [InlineData(ProjectVersionStatus.Deprecated, "WaitFailed", 0)]
    public async Task Another_settled_status_is_not_the_wanted_one(string status, string end, double second)
    {
        Add("lines/v1", new WaitGoal([ProjectVersionStatus.Running], null), (0, status), (60, ProjectVersionStatus.Running));

        Assert.Equal([$"lines/v1 {end}"], await AllAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalSeconds, second, second + 16);
    }

    [Theory]
    [InlineData(null, 10, "RUNNING")]
    [InlineData(ProjectVersionStatus.Stopped, 540, "RUNNING")]
    [InlineData(ProjectVersionStatus.Stopped, 900, "WaitFailed")]
    public async Task A_start_that_can_not_be_seen_yet_is_waited_for(string? before, double second, string end)
    {
        Add("lines/v1", new WaitGoal([ProjectVersionStatus.Running], null, before), (0, ProjectVersionStatus.Stopped), (second, ProjectVersionStatus.Running));

        Assert.Equal([$"lines/v1 {end}"], await AllAsync());
    }

    [Fact]
    public async Task A_start_that_fails_is_told_at_once_also_where_it_had_failed_before()
    {
        Add("lines/v1", new WaitGoal([ProjectVersionStatus.Running], null, ProjectVersionStatus.Failed), (0, ProjectVersionStatus.Failed), (2, ProjectVersionStatus.Starting), (30, ProjectVersionStatus.Failed));

        Assert.Equal(["lines/v1 WaitFailed"], await AllAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalSeconds, 30, 40);
    }

    [Fact]
    public async Task What_failed_is_told_in_the_words_of_the_service()
    {
        Add("lines/v1", new WaitGoal([ProjectVersionStatus.Running], null), (0, ProjectVersionStatus.Failed));

        List<WatchResult> ended = [];
        while (_watch.Pending.Count > 0) ended.AddRange(await _watch.NextAsync(CancellationToken.None));

        Assert.Contains("The service says: Why.", Assert.Single(ended).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, ProjectVersionStatus.Deleting, "gone")]
    [InlineData(ProjectVersionStatus.Deleting, ProjectVersionStatus.Stopping, "gone")]
    [InlineData(ProjectVersionStatus.Deleting, ProjectVersionStatus.Stopped, "WaitFailed")]
    [InlineData(null, ProjectVersionStatus.Starting, "ModelNotFound")]
    [InlineData(ProjectVersionStatus.Running, ProjectVersionStatus.Starting, "ModelNotFound")]
    public async Task A_model_that_goes_is_an_error_unless_that_was_waited_for(string? wanted, string status, string end)
    {
        Add("lines/v1", new WaitGoal(wanted is null ? null : [wanted], null), (0, status), (5, null));

        Assert.Equal([$"lines/v1 {end}"], await AllAsync());
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Starting, 1)]
    [InlineData(ProjectVersionStatus.TrainingInProgress, 26)]
    [InlineData(ProjectVersionStatus.CopyingInProgress, 26)]
    public async Task Time_ends_after_an_hour_or_for_a_training_after_26(string status, double hours)
    {
        Add("lines/v1", new WaitGoal([ProjectVersionStatus.Running], null), (0, status));

        Assert.Equal(["lines/v1 WaitTimeout"], await AllAsync());
        Assert.Equal(hours, _service.Clock.Elapsed.TotalHours, 3);
    }

    [Fact]
    public async Task Time_is_each_models_own_and_ends_exactly()
    {
        Add("lines/v1", new WaitGoal([ProjectVersionStatus.Running], TimeSpan.FromSeconds(7)), (0, ProjectVersionStatus.Starting));
        Add("lines/v2", new WaitGoal([ProjectVersionStatus.Running], TimeSpan.FromSeconds(90)), (0, ProjectVersionStatus.Starting), (80, ProjectVersionStatus.Running));
        Add("logos/v1", new WaitGoal([ProjectVersionStatus.Running], null), (0, ProjectVersionStatus.Running));

        Assert.Equal(["logos/v1"], (await _watch.NextAsync(CancellationToken.None)).Select(ended => ended.Watched.Name));
        var late = Assert.Single(await _watch.NextAsync(CancellationToken.None));
        Assert.Equal((ErrorId.WaitTimeout, 7), (late.Error!.Id, _service.Clock.Elapsed.TotalSeconds));
        Assert.Contains("billed", late.Error.Message, StringComparison.Ordinal);
        Assert.Equal(["lines/v2 RUNNING"], await AllAsync());
    }

    [Fact]
    public async Task Many_are_asked_about_by_tens_five_calls_a_second_and_more_and_more_seldom()
    {
        foreach (var project in Enumerable.Range(0, 12))
        {
            foreach (var version in Enumerable.Range(0, 11)) Add($"p{project}/v{version}", new WaitGoal(null, null), (0, ProjectVersionStatus.Starting), (600, ProjectVersionStatus.Running));
        }

        Assert.Equal(132, (await AllAsync()).Count);

        var times = _service.Calls.Select(call => call.Time).ToArray();
        Assert.All(times.Skip(5).Zip(times, (later, earlier) => later - earlier), gap => Assert.True(gap >= TimeSpan.FromSeconds(0.999)));
        Assert.Equal(12, _service.Count("DescribeProjects"));
        Assert.Equal(0, _service.Count("DescribeProjectVersions") % 24);
        Assert.InRange(_service.Count("DescribeProjectVersions") / 24, 10, 40);
        Assert.Equal(TimeSpan.FromSeconds(30), _service.Clock.Waits.Max());
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_for_a_while_ends_no_wait()
    {
        Add("lines/v1", new WaitGoal(null, null), (0, ProjectVersionStatus.TrainingInProgress), (3600, ProjectVersionStatus.TrainingCompleted));
        _service.Trouble = (_, time) => time.TotalMinutes is > 10 and < 19 ? FakeModels.Lost() : null;

        Assert.Equal(["lines/v1 TRAINING_COMPLETED"], await AllAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task An_endpoint_that_was_never_there_or_stays_away_ends_it(double minute)
    {
        Add("lines/v1", new WaitGoal(null, null), (0, ProjectVersionStatus.TrainingInProgress));
        _service.Trouble = (_, time) => time.TotalMinutes >= minute ? FakeModels.Lost() : null;

        await Assert.ThrowsAsync<CustomLabelsException>(AllAsync);

        Assert.InRange(_service.Clock.Elapsed.TotalMinutes, minute, minute + (minute > 0 ? 11 : 0));
    }

    [Fact]
    public async Task A_project_that_is_denied_ends_the_wait_for_its_models_only()
    {
        Add("lines/v1", new WaitGoal(null, null), (0, ProjectVersionStatus.Running));
        Add("logos/v1", new WaitGoal(null, null), (0, ProjectVersionStatus.Running));
        _service.Trouble = (operation, _) => operation == "DescribeProjectVersions" && _service.Count(operation) == 1 ? FakeModels.Refused("AccessDeniedException") : null;

        Assert.Equal(["lines/v1 AccessDenied", "logos/v1 RUNNING"], await AllAsync());
    }

    private void Add(string name, WaitGoal goal, params (double Second, string? Status)[] steps)
    {
        _service.Add(name, steps);
        _watch.Add(_reader, FakeModels.Arn(name), goal);
    }

    private async Task<IReadOnlyList<string>> AllAsync()
    {
        var ends = new List<string>();
        while (_watch.Pending.Count > 0)
            ends.AddRange((await _watch.NextAsync(CancellationToken.None)).Select(ended => $"{ended.Watched.Name} {ended.Error?.Id.ToString() ?? ended.Model?.Status ?? "gone"}"));
        return ends;
    }
}
