using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Models.Lifecycle;
using Xunit;

namespace CustomLabels.Core.Tests.Models.Lifecycle;

public sealed class ModelStarterTests : IDisposable
{
    private const string Name = "lines/v1";

    private readonly FakeModels _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(ProjectVersionStatus.Stopped, "Started")]
    [InlineData(ProjectVersionStatus.TrainingCompleted, "Started")]
    [InlineData(ProjectVersionStatus.CopyingCompleted, "Started")]
    [InlineData(ProjectVersionStatus.Failed, "Started")]
    [InlineData("NEW_STATUS", "Started")]
    [InlineData(ProjectVersionStatus.Running, "AlreadyOn")]
    [InlineData(ProjectVersionStatus.Starting, "AlreadyOn")]
    [InlineData(ProjectVersionStatus.Stopping, "Stopping")]
    [InlineData(ProjectVersionStatus.TrainingInProgress, "ModelNotStartable")]
    [InlineData(ProjectVersionStatus.TrainingFailed, "ModelNotStartable")]
    [InlineData(ProjectVersionStatus.CopyingInProgress, "ModelNotStartable")]
    [InlineData(ProjectVersionStatus.CopyingFailed, "ModelNotStartable")]
    [InlineData(ProjectVersionStatus.Deleting, "ModelNotStartable")]
    [InlineData(ProjectVersionStatus.Deprecated, "ModelNotStartable")]
    [InlineData(ProjectVersionStatus.Expired, "ModelNotStartable")]
    public async Task Each_status_is_answered_in_its_own_way(string status, string outcome)
    {
        _service.Add(Name, (0, status));
        _service.Start = static () => ProjectVersionStatus.Starting;

        Assert.Equal(outcome, await OutcomeAsync());

        Assert.Equal(outcome == "Started" ? 1 : 0, _service.Count("StartProjectVersion"));
        Assert.Empty(_service.Clock.Waits);
    }

    [Fact]
    public async Task An_accepted_start_that_can_not_be_seen_yet_is_a_start()
    {
        var known = _service.Add(Name, (0, ProjectVersionStatus.Stopped));
        _service.Start = static () => ProjectVersionStatus.Starting;

        var result = await Starter().StartAsync(known, 2, 3, asking: null, CancellationToken.None);

        Assert.Equal((ProjectVersionStatus.Starting, 2, 3), (result.Model.Status, result.Model.MinInferenceUnits, result.Model.MaxInferenceUnits));
    }

    [Fact]
    public async Task An_accepted_start_is_one_also_when_nothing_can_be_read_after_it()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Stopped));
        _service.Start = static () => ProjectVersionStatus.Starting;
        _service.Trouble = (operation, _) => operation == "DescribeProjectVersions" && _service.Count("StartProjectVersion") > 0 ? FakeModels.Refused("AccessDeniedException") : null;

        Assert.Equal("Started", await OutcomeAsync());
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Starting, "AlreadyOn")]
    [InlineData(ProjectVersionStatus.Running, "AlreadyOn")]
    [InlineData(ProjectVersionStatus.Stopping, "Stopping")]
    [InlineData(ProjectVersionStatus.Deleting, "ModelNotStartable")]
    [InlineData(null, "ModelNotFound")]
    public async Task In_use_is_what_the_status_says_then(string? status, string outcome)
    {
        _service.Add(Name, _ => _service.Count("StartProjectVersion") == 0 ? ProjectVersionStatus.Stopped : status);

        Assert.Equal(outcome, await OutcomeAsync());
        Assert.Equal(1, _service.Count("StartProjectVersion"));
    }

    [Fact]
    public async Task In_use_while_another_start_can_not_be_seen_yet_is_looked_at_until_it_can()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Stopped), (300, ProjectVersionStatus.Starting));

        Assert.Equal("AlreadyOn", await OutcomeAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalSeconds, 300, 316);
    }

    [Fact]
    public async Task In_use_that_does_not_pass_is_told_after_ten_minutes()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Stopped));

        Assert.Equal("RequestInvalid", await OutcomeAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalMinutes, 10, 10.5);
    }

    [Fact]
    public async Task After_in_use_it_is_started_as_soon_as_it_can_be()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Stopped));
        _service.Start = () => _service.Clock.Elapsed.TotalSeconds < 30 ? throw FakeModels.Refused(ErrorCodes.ResourceInUseException) : ProjectVersionStatus.Starting;

        Assert.Equal("Started", await OutcomeAsync());
    }

    [Theory]
    [InlineData(1, ProjectVersionStatus.Starting, "Started")]
    [InlineData(540, ProjectVersionStatus.Running, "Started")]
    [InlineData(540, ProjectVersionStatus.Failed, "Started")]
    [InlineData(540, ProjectVersionStatus.Stopping, "Stopping")]
    [InlineData(1e9, ProjectVersionStatus.Running, "Unconfirmed")]
    public async Task A_lost_answer_is_looked_for_and_nothing_is_started_twice(double second, string status, string outcome)
    {
        _service.Add(Name, (0, ProjectVersionStatus.Stopped), (second, status));
        _service.Start = static () => throw FakeModels.Lost();

        Assert.Equal(outcome, await OutcomeAsync());

        Assert.Equal(1, _service.Count("StartProjectVersion"));
        Assert.True(_service.Clock.Waits.TrueForAll(static wait => wait <= TimeSpan.FromSeconds(15)));
        if (outcome == "Unconfirmed") Assert.InRange(_service.Clock.Elapsed.TotalMinutes, 10, 10.5);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_for_also_while_the_endpoint_is_gone()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Stopped), (5, ProjectVersionStatus.Starting));
        _service.Start = static () => throw FakeModels.Lost();
        _service.Trouble = (operation, time) => operation == "DescribeProjectVersions" && time.TotalSeconds is > 0 and < 60 ? FakeModels.Lost() : null;

        Assert.Equal("Started", await OutcomeAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalSeconds, 60, 76);
    }

    [Fact]
    public async Task A_quota_is_not_tried_again_and_names_what_is_on_and_its_cost()
    {
        var known = _service.Add(Name, (0, ProjectVersionStatus.Stopped));
        _service.Add("logos/v1", (0, ProjectVersionStatus.Running));
        _service.Add("boards/v2", (0, ProjectVersionStatus.Starting));
        _service.Add("boards/v1", (0, ProjectVersionStatus.TrainingCompleted));
        _service.Start = static () => throw FakeModels.Refused(ErrorCodes.LimitExceededException);

        var error = (await Assert.ThrowsAsync<CustomLabelsException>(() => Starter().StartAsync(known, 1, null, asking: null, CancellationToken.None))).Error;

        Assert.Equal((ErrorId.LimitExceeded, ErrorScope.Model), (error.Id, error.Scope));
        Assert.EndsWith("On are: logos/v1 RUNNING, about 4.50 an hour; boards/v2 STARTING, about 4.50 an hour.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _service.Count("StartProjectVersion"));
    }

    [Theory]
    [InlineData("AccessDeniedException", ErrorScope.Model)]
    [InlineData("InvalidParameterException", ErrorScope.Model)]
    [InlineData("ExpiredTokenException", ErrorScope.Run)]
    public async Task What_is_about_one_model_ends_no_other(string code, ErrorScope scope)
    {
        var known = _service.Add(Name, (0, ProjectVersionStatus.Stopped));
        _service.Start = () => throw FakeModels.Refused(code);

        var exception = await Assert.ThrowsAsync<CustomLabelsException>(() => Starter().StartAsync(known, 1, null, asking: null, CancellationToken.None));

        Assert.Equal(scope, exception.Error.Scope);
    }

    private ModelStarter Starter() => new(_service.Client, 4.5m, _service.Clock, SilentLog.Instance);

    private async Task<string> OutcomeAsync()
    {
        try
        {
            return (await Starter().StartAsync(CustomLabels.Model.Of(new ProjectVersionDescription { ProjectVersionArn = FakeModels.Arn(Name).Text })!, 1, null, asking: null, CancellationToken.None)).Outcome.ToString();
        }
        catch (CustomLabelsException exception)
        {
            return exception.Error.Id.ToString();
        }
    }
}
