using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Core.Tests.Models.Lifecycle;
using Xunit;

namespace CustomLabels.Core.Tests.Leases.Holding;

public sealed class LeasedScopeTests : IDisposable
{
    private readonly HoldingScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task It_is_entered_when_the_model_runs_and_stopped_by_the_last_one_that_leaves()
    {
        _scene.Clock.After(300, () => _scene.Status = ProjectVersionStatus.Running);
        var (first, second) = (_scene.ScopeOf(7), _scene.ScopeOf(8));
        Assert.False(first.IsOurs);

        Assert.Equal(ProjectVersionStatus.Running, (await first.EnterAsync(CancellationToken.None)).Status);
        Assert.Equal(ProjectVersionStatus.Running, (await second.EnterAsync(CancellationToken.None)).Status);

        Assert.True(first.IsOurs && second.IsOurs);
        Assert.False(await first.LeaveAsync(CancellationToken.None));
        Assert.True(await second.LeaveAsync(CancellationToken.None));
        Assert.Equal((1, 1), (_scene.Starts, _scene.Stops));
    }

    [Fact]
    public async Task A_model_that_is_stopping_is_waited_for_and_started()
    {
        _scene.Status = ProjectVersionStatus.Stopping;
        _scene.Clock.After(60, () => _scene.Status = ProjectVersionStatus.Stopped);
        _scene.Clock.After(120, () => _scene.Status = ProjectVersionStatus.Running);
        var scope = _scene.ScopeOf(7);

        Assert.Equal(ProjectVersionStatus.Running, (await scope.EnterAsync(CancellationToken.None)).Status);
        Assert.Equal(1, _scene.Starts);
        Assert.True(scope.IsOurs);
    }

    [Fact]
    public async Task A_start_that_is_visible_late_is_waited_for()
    {
        _scene.Visible = () => _scene.Clock.Elapsed.TotalSeconds < 60 ? ProjectVersionStatus.Stopped : _scene.Status;
        _scene.Clock.After(120, () => _scene.Status = ProjectVersionStatus.Running);

        Assert.Equal(ProjectVersionStatus.Running, (await _scene.ScopeOf(7).EnterAsync(CancellationToken.None)).Status);
        Assert.Equal(LeaseState.Held, Assert.Single(_scene.Leases).State);
    }

    [Fact]
    public async Task What_somebody_else_starts_is_used_and_left_on()
    {
        _scene.Status = ProjectVersionStatus.Starting;
        _scene.Clock.After(60, () => _scene.Status = ProjectVersionStatus.Running);
        var scope = _scene.ScopeOf(7);

        await scope.EnterAsync(CancellationToken.None);

        Assert.False(scope.IsOurs);
        Assert.False(await scope.LeaveAsync(CancellationToken.None));
        Assert.Equal((0, 0), (_scene.Starts, _scene.Stops));
    }

    [Fact]
    public async Task What_somebody_else_started_and_stopped_again_is_started()
    {
        _scene.Status = ProjectVersionStatus.Starting;
        _scene.Clock.After(60, () => _scene.Status = ProjectVersionStatus.Stopped);
        _scene.Clock.After(120, () => _scene.Status = ProjectVersionStatus.Running);
        var scope = _scene.ScopeOf(7);

        await scope.EnterAsync(CancellationToken.None);

        Assert.True(scope.IsOurs);
        Assert.Equal(1, _scene.Starts);
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Starting)]
    [InlineData(ProjectVersionStatus.Stopping)]
    public async Task The_time_for_the_start_counts_for_all_of_it(string status)
    {
        _scene.Status = status;
        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => _scene.ScopeOf(7, startTimeout: 90).EnterAsync(CancellationToken.None));

        Assert.Equal(ErrorId.ModelNotRunning, exception.Error.Id);
        Assert.InRange(_scene.Clock.Elapsed.TotalSeconds, 90, 91);
    }

    [Fact]
    public async Task A_start_that_fails_is_told_and_left()
    {
        _scene.Clock.After(60, () => _scene.Status = ProjectVersionStatus.Failed);
        var scope = _scene.ScopeOf(7);

        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => scope.EnterAsync(CancellationToken.None));

        Assert.Equal(ErrorId.WaitFailed, exception.Error.Id);
        Assert.True(await scope.LeaveAsync(CancellationToken.None));
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task A_start_that_is_never_seen_ends_the_scope_and_is_stopped_when_it_comes_up_after_all()
    {
        _scene.Service.Start = static () => throw FakeModels.Lost();
        var scope = _scene.ScopeOf(7);
        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => scope.EnterAsync(CancellationToken.None));

        Assert.Equal(ErrorId.AnswerLost, exception.Error.Id);
        Assert.True(scope.IsOurs);
        _scene.Clock.After(10, () => _scene.Status = ProjectVersionStatus.Running);
        Assert.True(await scope.LeaveAsync(_scene.Clock.Limit(30)));
        Assert.Equal(ProjectVersionStatus.Stopping, _scene.Status);
    }
}
