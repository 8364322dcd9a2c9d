using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Core.Tests.Models.Lifecycle;
using CustomLabels.Leases.Holding;
using CustomLabels.Leases.Power;
using Xunit;

namespace CustomLabels.Core.Tests.Leases.Holding;

public sealed class LeasedReleaseTests : IDisposable
{
    private readonly HoldingScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task The_last_one_stops_it_and_takes_lease_and_tag_away()
    {
        var (first, second) = (await RunningAsync(), await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.Joined));

        Assert.False(await first.ReleaseAsync(CancellationToken.None));
        Assert.Equal((0, ProjectVersionStatus.Running), (_scene.Stops, _scene.Status));
        Assert.True(await second.ReleaseAsync(CancellationToken.None));
        Assert.Equal((1, ProjectVersionStatus.Stopping), (_scene.Stops, _scene.Status));
        Assert.Empty(_scene.Leases);
        Assert.Null(_scene.Tag);
        Assert.False(await second.ReleaseAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_whose_process_has_died_holds_nothing()
    {
        var first = await RunningAsync();
        await _scene.StartedAsync(_scene.Scope(8), HoldOutcome.Joined);
        _scene.Die(8);

        Assert.True(await first.ReleaseAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("another")]
    [InlineData(null)]
    public async Task What_a_colleague_has_stopped_and_started_since_is_left_on(string? tag)
    {
        var leased = await RunningAsync();
        _scene.Service.Tags.Clear();
        if (tag is not null) _scene.Service.Tags[LeaseTag.Key] = tag;

        Assert.False(await leased.ReleaseAsync(CancellationToken.None));

        Assert.Equal(0, _scene.Stops);
        Assert.Empty(_scene.Leases);
        Assert.Equal(tag, _scene.Tag);
    }

    [Fact]
    public async Task Where_the_tag_can_not_be_read_the_stop_is_made()
    {
        var leased = await RunningAsync();
        _scene.Fail("ListTagsForResource", static () => FakeModels.Refused("AccessDeniedException"));
        Assert.True(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Equal(1, _scene.Stops);
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task A_lease_that_somebody_has_removed_asks_for_no_stop()
    {
        var leased = await RunningAsync();
        _scene.Store.Remove(leased.Lease!);

        Assert.False(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Equal(0, _scene.Stops);
    }

    [Fact]
    public async Task With_its_whole_folder_gone_the_model_is_stopped()
    {
        var leased = await RunningAsync();
        Directory.Delete(_scene.Folder, recursive: true);

        Assert.True(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Equal(1, _scene.Stops);
        Assert.False(Directory.Exists(_scene.Folder));
    }

    [Fact]
    public async Task What_is_off_already_is_as_good_as_stopped()
    {
        var leased = await RunningAsync();
        _scene.Status = ProjectVersionStatus.Stopped;
        Assert.True(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task A_model_that_is_starting_is_stopped_as_soon_as_it_runs()
    {
        var leased = await _scene.StartedAsync();
        _scene.Clock.After(20, () => _scene.Status = ProjectVersionStatus.Running);

        Assert.True(await leased.ReleaseAsync(_scene.Clock.Limit(30)));
        Assert.Equal(ProjectVersionStatus.Stopping, _scene.Status);
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task A_stop_that_is_refused_until_the_time_is_over_leaves_a_lease_that_is_due()
    {
        var leased = await _scene.StartedAsync();

        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => leased.ReleaseAsync(_scene.Clock.Limit(30)));

        Assert.Equal(ErrorId.ModelNotStoppable, exception.Error.Id);
        AssertDue("STARTING");
        Assert.NotNull(_scene.Tag);
    }

    [Fact]
    public async Task A_start_that_nothing_has_confirmed_leaves_a_lease_that_is_due_and_may_still_come_true()
    {
        _scene.Service.Start = static () => throw FakeModels.Lost();
        var leased = await _scene.StartedAsync(outcome: HoldOutcome.Unconfirmed);

        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => leased.ReleaseAsync(_scene.Clock.Limit(30)));

        Assert.Equal(ErrorId.AnswerLost, exception.Error.Id);
        AssertDue("may come up later");
        Assert.NotNull(Assert.Single(_scene.Leases).UnconfirmedSince);
    }

    [Fact]
    public async Task A_denied_stop_leaves_a_lease_that_is_due()
    {
        var leased = await RunningAsync();
        _scene.Service.Stop = static () => throw FakeModels.Refused("AccessDeniedException");

        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => leased.ReleaseAsync(_scene.Clock.Limit(30)));

        Assert.Equal((ErrorId.AccessDenied, 1), (exception.Error.Id, _scene.Stops));
        AssertDue("Said so");
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_for_ten_seconds_is_asked_until_it_is_back()
    {
        var leased = await RunningAsync();
        _scene.Service.Trouble = (_, time) => time.TotalSeconds < 10 ? new TransportException(TransportFailure.NotConnected, "No.") : null;

        Assert.True(await leased.ReleaseAsync(_scene.Clock.Limit(30)));
        Assert.Equal(ProjectVersionStatus.Stopping, _scene.Status);
        Assert.Empty(_scene.Leases);
    }

    [Fact]
    public async Task An_endpoint_that_stays_away_leaves_a_lease_that_is_due()
    {
        var leased = await RunningAsync();
        _scene.Service.Trouble = static (_, _) => new TransportException(TransportFailure.NotConnected, "No.");

        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => leased.ReleaseAsync(_scene.Clock.Limit(30)));

        Assert.Equal(ErrorId.RetriesExhausted, exception.Error.Id);
        AssertDue("No.");
    }

    [Fact]
    public async Task A_lock_that_somebody_else_has_until_the_time_is_over_leaves_a_lease_that_is_due()
    {
        var leased = await RunningAsync();
        using (await _scene.Store.LockAsync(HoldingScene.Place, CancellationToken.None))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leased.ReleaseAsync(_scene.Clock.Limit(30)));
        }

        Assert.Equal(0, _scene.Stops);
        AssertDue("in time");
    }

    [Fact]
    public async Task A_stop_by_name_removes_leases_that_ask_for_one_and_leaves_those_of_blocks()
    {
        await RunningAsync();
        await _scene.StartedAsync(_scene.Timed(), HoldOutcome.Joined);
        _scene.Store.Write(_scene.Scope(9).Released(_scene.Clock.UtcNow, error: null));
        var elsewhere = ModelLease.Timed(HoldingScene.Place with { EndpointUrl = "http://127.0.0.1:8081/" }, _scene.Clock.UtcNow, TimeSpan.FromHours(1));
        _scene.Store.Write(elsewhere);

        await _scene.Leased().ForgetAsync(HoldingScene.Place, CancellationToken.None);

        Assert.Equal([7, null], _scene.Leases.OrderBy(lease => lease.Kind).Select(lease => lease.ProcessId));
        Assert.Contains(_scene.Leases, lease => lease.Id == elsewhere.Id);
    }

    private async Task<LeasedModel> RunningAsync()
    {
        var leased = await _scene.StartedAsync();
        _scene.Status = ProjectVersionStatus.Running;
        return leased;
    }

    private void AssertDue(string why)
    {
        var lease = Assert.Single(_scene.Leases);
        Assert.Equal(LeaseState.Due, lease.State);
        Assert.Contains(why, lease.LastError!, StringComparison.Ordinal);
    }
}
