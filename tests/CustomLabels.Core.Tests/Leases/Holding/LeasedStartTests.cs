using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Core.Tests.Models.Lifecycle;
using CustomLabels.Leases;
using CustomLabels.Leases.Holding;
using Xunit;

namespace CustomLabels.Core.Tests.Leases.Holding;

public sealed class LeasedStartTests : IDisposable
{
    private readonly HoldingScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task The_lease_is_there_before_the_start_and_confirmed_after_it()
    {
        ModelLease? during = null;
        var start = _scene.Service.Start;
        _scene.Service.Start = () =>
        {
            during = Assert.Single(_scene.Leases);
            Assert.Equal(during.Id, _scene.Tag);
            return start();
        };

        var leased = await _scene.StartedAsync();

        Assert.Equal(LeaseState.Starting, during!.State);
        Assert.NotNull(during.UnconfirmedSince);
        var lease = Assert.Single(_scene.Leases);
        Assert.Equal((during.Id, LeaseState.Held, (DateTime?)null), (lease.Id, lease.State, lease.UnconfirmedSince));
        Assert.Equal(lease, leased.Lease);
    }

    [Fact]
    public async Task Who_comes_second_joins_and_starts_nothing()
    {
        await _scene.StartedAsync();
        var second = await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.Joined);

        Assert.Equal(1, _scene.Starts);
        Assert.Equal(2, _scene.Leases.Length);
        Assert.Equal(_scene.Tag, second.Lease!.Tag);
        Assert.NotEqual(_scene.Tag, second.Lease.Id);
    }

    [Fact]
    public async Task A_start_that_is_visible_late_is_joined_too()
    {
        _scene.Visible = () => _scene.Clock.Elapsed.TotalSeconds < 5 ? ProjectVersionStatus.Stopped : _scene.Status;
        var first = await _scene.StartedAsync();
        var second = await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.Joined);
        _scene.Status = ProjectVersionStatus.Running;

        Assert.False(await first.ReleaseAsync(CancellationToken.None));
        Assert.Equal(ProjectVersionStatus.Running, _scene.Status);
        Assert.True(await second.ReleaseAsync(CancellationToken.None));
        Assert.Equal(ProjectVersionStatus.Stopping, _scene.Status);
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task What_a_dead_process_has_left_running_is_taken_over()
    {
        await _scene.StartedAsync();
        _scene.Die(7);
        _scene.Status = ProjectVersionStatus.Running;

        var second = await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.Joined);

        Assert.True(await second.ReleaseAsync(CancellationToken.None));
        Assert.Equal((1, 1), (_scene.Starts, _scene.Stops));
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Running)]
    [InlineData(ProjectVersionStatus.Starting)]
    public async Task What_somebody_else_runs_gets_no_lease_and_no_tag(string status)
    {
        _scene.Status = status;
        var leased = await _scene.StartedAsync(outcome: HoldOutcome.NotOurs);

        Assert.Null(leased.Lease);
        Assert.Empty(_scene.Leases);
        Assert.Null(_scene.Tag);
        Assert.False(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Equal((0, 0), (_scene.Starts, _scene.Stops));
    }

    [Fact]
    public async Task What_a_colleague_started_since_is_not_joined_by_the_lease_of_before()
    {
        await _scene.StartedAsync();
        _scene.Status = ProjectVersionStatus.Running;
        _scene.Service.Tags.Clear();

        var second = await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.NotOurs);

        Assert.Null(second.Lease);
    }

    [Theory]
    [InlineData(ErrorCodes.LimitExceededException, "LimitExceeded")]
    [InlineData("AccessDeniedException", "AccessDenied")]
    public async Task A_refused_start_leaves_no_lease(string code, string id)
    {
        _scene.Service.Start = () => throw FakeModels.Refused(code);
        await AssertNothingStartedAsync(id);
        // What is off may keep the tag; no lease knows it.
        Assert.Equal(1, _scene.Starts);
    }

    [Fact]
    public async Task A_start_that_was_never_sent_leaves_no_lease()
    {
        _scene.Fail("StartProjectVersion", static () => new TransportException(TransportFailure.NotConnected, "No."));
        await AssertNothingStartedAsync("RetriesExhausted");
    }

    [Fact]
    public async Task A_status_that_rules_out_a_start_and_a_service_that_is_not_there_write_none()
    {
        _scene.Status = ProjectVersionStatus.TrainingFailed;
        await AssertNothingStartedAsync("ModelNotStartable");
        _scene.Fail("DescribeProjects", static () => new TransportException(TransportFailure.NotConnected, "No."));
        await AssertNothingStartedAsync("RetriesExhausted");
        Assert.Equal(0, _scene.Starts);
    }

    [Fact]
    public async Task A_model_that_is_stopping_gets_no_lease()
    {
        _scene.Status = ProjectVersionStatus.Stopping;
        Assert.Null((await _scene.StartedAsync(outcome: HoldOutcome.Stopping)).Lease);
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task Where_no_lease_can_be_written_nothing_is_started()
    {
        _scene.Store = LeaseStore.Open(_scene.Folder, _scene.Clock, static _ => throw new IOException("Full."));
        await AssertNothingStartedAsync("LeaseWriteFailed");
        Assert.Equal(0, _scene.Starts);
        Assert.Null(_scene.Tag);
    }

    [Fact]
    public async Task A_device_that_is_full_at_the_confirmation_changes_nothing()
    {
        var isFull = false;
        _scene.Store = LeaseStore.Open(_scene.Folder, _scene.Clock, path => isFull ? throw new IOException("Full.") : LeaseFile.OpenNew(path));
        var start = _scene.Service.Start;
        _scene.Service.Start = () =>
        {
            isFull = true;
            return start();
        };

        var leased = await _scene.StartedAsync();

        Assert.Equal(LeaseState.Starting, Assert.Single(_scene.Leases).State);
        _scene.Status = ProjectVersionStatus.Running;
        Assert.True(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task A_model_that_may_not_be_tagged_has_a_lease_without_a_tag()
    {
        _scene.Fail("TagResource", static () => FakeModels.Refused("AccessDeniedException"));
        await _scene.StartedAsync();
        Assert.Null(Assert.Single(_scene.Leases).Tag);
        await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.Joined);
        Assert.All(_scene.Leases, lease => Assert.Null(lease.Tag));
    }

    [Fact]
    public async Task A_lost_answer_of_a_start_that_is_seen_later_is_a_start()
    {
        var start = _scene.Service.Start;
        _scene.Service.Start = () =>
        {
            start();
            throw FakeModels.Lost();
        };
        _scene.Visible = () => _scene.Clock.Elapsed.TotalSeconds < 300 ? ProjectVersionStatus.Stopped : _scene.Status;

        await _scene.StartedAsync();

        Assert.Null(Assert.Single(_scene.Leases).UnconfirmedSince);
    }

    [Fact]
    public async Task A_lost_answer_of_a_start_that_is_never_seen_keeps_its_lease()
    {
        _scene.Service.Start = static () => throw FakeModels.Lost();
        var leased = await _scene.StartedAsync(outcome: HoldOutcome.Unconfirmed);

        Assert.NotNull(leased.Lease);
        Assert.NotNull(Assert.Single(_scene.Leases).UnconfirmedSince);
        Assert.InRange(_scene.Clock.Elapsed.TotalMinutes, 10, 11);
    }

    [Fact]
    public async Task A_start_that_is_given_up_in_the_middle_is_held_and_its_release_stops_it()
    {
        var start = _scene.Service.Start;
        _scene.Service.Start = () =>
        {
            start();
            throw FakeModels.Lost();
        };
        _scene.Visible = () => _scene.Clock.Elapsed.TotalSeconds < 20 ? ProjectVersionStatus.Stopped : _scene.Status;
        var leased = _scene.Leased();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scene.StartAsync(leased, _scene.Scope(), _scene.Clock.Limit(2)));

        Assert.NotNull(leased.Lease);
        _scene.Clock.After(22, () => _scene.Status = ProjectVersionStatus.Running);
        Assert.True(await leased.ReleaseAsync(_scene.Clock.Limit(60)));
        Assert.Equal(ProjectVersionStatus.Stopping, _scene.Status);
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task A_second_time_moves_the_lease_until_a_time_and_doubles_nothing()
    {
        await _scene.StartedAsync(_scene.Timed());
        _scene.Status = ProjectVersionStatus.Running;
        var id = Assert.Single(_scene.Leases).Id;
        await _scene.Clock.DelayAsync(TimeSpan.FromMinutes(10), CancellationToken.None);

        await _scene.StartedAsync(_scene.Timed(3), HoldOutcome.Joined);

        var moved = Assert.Single(_scene.Leases);
        Assert.Equal((id, LeaseState.Held, _scene.Clock.UtcNow.AddHours(3)), (moved.Id, moved.State, moved.StopAt));
        Assert.Equal(1, _scene.Starts);
    }

    [Fact]
    public async Task A_time_for_the_model_of_a_block_holds_it_longer_than_the_block()
    {
        var block = await _scene.StartedAsync();
        _scene.Status = ProjectVersionStatus.Running;
        await _scene.StartedAsync(_scene.Timed(), HoldOutcome.Joined);

        Assert.False(await block.ReleaseAsync(CancellationToken.None));
        Assert.Equal(LeaseKind.Timed, Assert.Single(_scene.Leases).Kind);
        Assert.NotNull(_scene.Tag);
    }

    private async Task AssertNothingStartedAsync(string id)
    {
        var leased = _scene.Leased();
        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => _scene.StartAsync(leased, _scene.Scope()));
        Assert.Equal(id, exception.Error.Id.ToString());
        Assert.Null(leased.Lease);
        Assert.Empty(_scene.Leases);
    }
}
