using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Leases;
using CustomLabels.Leases.Identity;
using CustomLabels.Leases.Power;
using CustomLabels.Leases.Reaping;
using Xunit;

namespace CustomLabels.Core.Tests.Leases;

public sealed class ReaperTests : IDisposable
{
    private static readonly CustomLabelsError InUse = new(ErrorId.ModelNotRunning, "in use", "-") { Code = ErrorCodes.ResourceInUseException };
    private static readonly CustomLabelsError Lost = new(ErrorId.AnswerLost, "lost", "-");
    private static readonly CustomLabelsError Denied = new(ErrorId.AccessDenied, "denied", "-");

    private readonly LeaseScene _scene = new();

    private string Status => _scene.Statuses[LeaseScene.Arn.Text];

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task A_model_whose_process_is_gone_is_stopped_once_and_its_lease_and_tag_are_gone()
    {
        _scene.Write(_scene.Scope());

        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
        Assert.Empty(await _scene.PassAsync());

        Assert.Equal(ProjectVersionStatus.Stopping, Status);
        Assert.Equal(1, _scene.Asked.Count(asked => asked == "Stop"));
        Assert.Empty(_scene.Store.List().Leases);
        Assert.Empty(_scene.Tags);
    }

    [Fact]
    public async Task A_held_lease_and_one_of_another_endpoint_region_or_account_ask_nothing()
    {
        _scene.Write(_scene.Timed());
        Assert.Empty(await _scene.PassAsync());
        _scene.Clock.Pass(7200);
        Assert.Empty(await _scene.PassAsync(judge: _scene.Judge(endpoint: "http://127.0.0.1:8081/")));
        Assert.Empty(await _scene.PassAsync(judge: _scene.Judge(region: "eu-west-1")));
        Assert.Empty(await _scene.PassAsync(judge: _scene.Judge(account: "210987654321")));
        Assert.Empty(_scene.Asked);
        Assert.Single(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task Elsewhere_only_the_time_makes_a_scope_due()
    {
        var elsewhere = _scene.Judge(new HostIdentity("other", "other", null, "1000"));
        _scene.Write(_scene.Scope());
        Assert.Empty(await _scene.PassAsync(judge: elsewhere));
        _scene.Clock.Pass(12 * 3600);
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync(judge: elsewhere));
    }

    [Fact]
    public async Task A_day_overdue_a_model_is_only_reported_unless_its_stop_was_asked_for()
    {
        _scene.Write(_scene.Timed());
        _scene.Clock.Pass(26 * 3600);

        Assert.Equal([ReapOutcome.Overdue], await _scene.PassAsync());
        Assert.Equal(ProjectVersionStatus.Running, Status);
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync(new ReapRules(StopsOverdue: true)));
    }

    [Theory]
    [InlineData("another")]
    [InlineData(null)]
    public async Task A_model_that_was_restarted_by_somebody_else_is_left_alone(string? tag)
    {
        _scene.Write(_scene.Scope());
        _scene.Tags.Clear();
        if (tag is not null) _scene.Tags[LeaseTag.Key] = tag;

        Assert.Equal([ReapOutcome.RestartedElsewhere], await _scene.PassAsync());

        Assert.Equal(ProjectVersionStatus.Running, Status);
        Assert.Empty(_scene.Store.List().Leases);
        Assert.Equal(tag, _scene.Tags.Values.SingleOrDefault());
    }

    [Fact]
    public async Task Where_no_tag_could_be_written_or_none_may_be_read_the_model_is_stopped_without_it()
    {
        _scene.Write(_scene.Scope() with { Tag = null });
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
        Assert.DoesNotContain("Tags", _scene.Asked);

        _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.Running;
        _scene.Write(_scene.Scope());
        _scene.Refuse = operation => operation == "Tags" ? Denied : null;
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
    }

    [Fact]
    public async Task Of_two_scopes_the_last_one_stops()
    {
        var first = _scene.Write(_scene.Scope());
        // It found the model on, and goes by the tag of the one that started it.
        var second = _scene.Scope() with { ProcessId = 8, Tag = first.Tag };
        _scene.Store.Write(second);
        _scene.Processes[8] = "700";

        Assert.Equal([ReapOutcome.HeldByOther], await _scene.PassAsync());
        Assert.Equal([second.Id], _scene.Store.List().Leases.Select(lease => lease.Id));
        Assert.DoesNotContain("Stop", _scene.Asked);

        _scene.Processes.Clear();
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
        Assert.Empty(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task Two_scopes_that_died_make_one_stop()
    {
        _scene.Store.Write(_scene.Write(_scene.Scope()) with { });
        _scene.Write(_scene.Scope());
        await _scene.PassAsync();
        Assert.Equal(1, _scene.Asked.Count(asked => asked == "Stop"));
        Assert.Empty(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task An_unconfirmed_start_keeps_its_lease_until_it_can_no_longer_come_true()
    {
        _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.Stopped;
        _scene.Refuse = operation => operation == "Stop" ? InUse : null;
        _scene.Write(_scene.Scope().Asked(_scene.Clock.UtcNow));
        Assert.Equal([ReapOutcome.Unconfirmed], await _scene.PassAsync());
        _scene.Clock.Pass(600);
        Assert.Equal([ReapOutcome.Unconfirmed], await _scene.PassAsync());

        // It comes late, and is stopped.
        _scene.Refuse = _ => null;
        _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.Running;
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
    }

    [Fact]
    public async Task An_accepted_start_that_is_not_seen_yet_is_stopped_at_once()
    {
        _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.Stopped;
        _scene.Write(_scene.Scope().Asked(_scene.Clock.UtcNow));
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
        Assert.Empty(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task A_model_that_looks_off_and_has_anothers_tag_is_not_asked_to_stop()
    {
        _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.Stopped;
        _scene.Write(_scene.Scope().Asked(_scene.Clock.UtcNow));
        _scene.Tags[LeaseTag.Key] = "another";
        Assert.Equal([ReapOutcome.Unconfirmed], await _scene.PassAsync());
        Assert.DoesNotContain("Stop", _scene.Asked);
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Stopped, true)]
    [InlineData(ProjectVersionStatus.Running, false)]
    public async Task A_start_that_was_only_prepared_leaves_no_lease_and_stops_nothing(string status, bool isTimed)
    {
        _scene.Statuses[LeaseScene.Arn.Text] = status;
        _scene.Write((isTimed ? _scene.Timed() : _scene.Scope()) with { State = LeaseState.Prepared });
        Assert.Equal([ReapOutcome.Off], await _scene.PassAsync());
        Assert.Equal(status, Status);
        Assert.Empty(_scene.Store.List().Leases);
        Assert.Empty(_scene.Tags);
    }

    [Fact]
    public async Task A_start_that_was_only_prepared_takes_no_other_leases_tag_and_holds_nothing()
    {
        var dead = _scene.Write(_scene.Scope());
        _scene.Store.Write(_scene.Timed() with { State = LeaseState.Prepared, Tag = dead.Tag });
        Assert.Equal([ReapOutcome.Off, ReapOutcome.Stopped], (await _scene.PassAsync()).OrderBy(outcome => outcome != ReapOutcome.Off));
        Assert.Equal(ProjectVersionStatus.Stopping, Status);
        Assert.Empty(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task A_prepared_lease_of_a_process_that_lives_is_left_to_it()
    {
        _scene.Processes[7] = "700";
        _scene.Write(_scene.Scope() with { State = LeaseState.Prepared });
        Assert.Empty(await _scene.PassAsync());
        Assert.Single(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task An_unconfirmed_start_that_never_came_leaves_no_lease()
    {
        _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.TrainingCompleted;
        _scene.Write(_scene.Scope() with { State = LeaseState.Starting, UnconfirmedSince = _scene.Clock.UtcNow });
        _scene.Clock.Pass(LeaseJudge.Settling.TotalSeconds);
        Assert.Equal([ReapOutcome.Off], await _scene.PassAsync());
        Assert.Empty(_scene.Store.List().Leases);
        Assert.Empty(_scene.Tags);
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Starting, ReapOutcome.StillStarting, 1)]
    [InlineData(ProjectVersionStatus.Running, ReapOutcome.Failed, 1)]
    [InlineData(ProjectVersionStatus.Stopped, ReapOutcome.Off, 0)]
    internal async Task A_refused_stop_is_decided_by_the_status(string status, ReapOutcome outcome, int leases)
    {
        _scene.Statuses[LeaseScene.Arn.Text] = status;
        _scene.Refuse = operation => operation == "Stop" ? InUse : null;
        _scene.Write(_scene.Scope());
        Assert.Equal([outcome], await _scene.PassAsync());
        Assert.Equal(leases, _scene.Store.List().Leases.Count);

        _scene.Refuse = _ => null;
        await _scene.PassAsync();
        Assert.Empty(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task A_stop_whose_answer_is_lost_is_looked_for()
    {
        _scene.Write(_scene.Scope());
        _scene.Refuse = operation =>
        {
            if (operation != "Stop") return null;
            _scene.Statuses[LeaseScene.Arn.Text] = ProjectVersionStatus.Stopping;
            return Lost;
        };
        Assert.Equal([ReapOutcome.Stopped], await _scene.PassAsync());
    }

    [Fact]
    public async Task What_failed_stands_in_the_lease_with_the_command_that_stops_the_model()
    {
        _scene.Write(_scene.Scope() with { ProfileName = "line'4" });
        _scene.Refuse = operation => operation == "Stop" ? Denied : null;

        Assert.Equal([ReapOutcome.Denied], await _scene.PassAsync());

        var error = Assert.Single(_scene.Store.List().Leases).LastError;
        Assert.Contains($"Stop-RKModel {LeaseScene.Arn.Text} -EndpointUrl {LeaseScene.Endpoint} -ProfileName 'line''4'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456789012", ReapOutcome.Off, 0)]
    [InlineData("210987654321", ReapOutcome.Denied, 1)]
    [InlineData(null, ReapOutcome.Denied, 1)]
    internal async Task A_model_that_is_not_seen_is_gone_only_where_the_account_is_known_to_be_its_own(string? account, ReapOutcome outcome, int leases)
    {
        _scene.Write(_scene.Scope());
        _scene.Statuses.Clear();
        _scene.OwnAccount = account;
        Assert.Equal([outcome], await _scene.PassAsync());
        Assert.Equal(leases, _scene.Store.List().Leases.Count);
    }

    [Fact]
    public async Task A_rehearsal_asks_and_changes_nothing()
    {
        _scene.Write(_scene.Scope());
        Assert.Equal([ReapOutcome.WouldStop], await _scene.PassAsync(new ReapRules(ReportsOnly: true)));
        Assert.Empty(_scene.Asked);
        Assert.Single(_scene.Store.List().Leases);
    }

    [Fact]
    public async Task A_lease_that_was_moved_while_the_pass_waited_for_the_lock_is_left()
    {
        var lease = _scene.Write(_scene.Timed());
        _scene.Clock.Pass(7200);
        var held = await _scene.Store.LockAsync(lease.Place, default);
        // Who waits for the lock has seen that the lease is due.
        var waits = new WaitClock(() =>
        {
            _scene.Store.Write(lease with { StopAt = _scene.Clock.UtcNow.AddHours(1) });
            held.Dispose();
        });
        var reaper = new Reaper(LeaseStore.Open(_scene.Folder, waits), _scene.Judge(), new ReapRules(), _ => _scene, _scene.Clock);
        Assert.Empty(await reaper.PassAsync(default));
        Assert.Empty(_scene.Asked);
        Assert.Single(_scene.Store.List().Leases);
    }
}
