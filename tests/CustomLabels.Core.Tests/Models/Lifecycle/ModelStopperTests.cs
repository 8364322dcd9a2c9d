using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Models.Lifecycle;
using Xunit;

namespace CustomLabels.Core.Tests.Models.Lifecycle;

public sealed class ModelStopperTests : IDisposable
{
    private const string Name = "lines/v1";

    private readonly FakeModels _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(ProjectVersionStatus.Starting, "RefusedWhileStarting")]
    [InlineData(ProjectVersionStatus.Stopping, "Stopping")]
    [InlineData(ProjectVersionStatus.Stopped, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.TrainingCompleted, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.TrainingInProgress, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.TrainingFailed, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.CopyingInProgress, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.CopyingCompleted, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.CopyingFailed, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.Failed, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.Deleting, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.Deprecated, "AlreadyOff")]
    [InlineData(ProjectVersionStatus.Expired, "AlreadyOff")]
    [InlineData(null, "Gone")]
    public async Task In_use_is_what_the_status_says(string? status, string outcome)
    {
        _service.Add(Name, (0, status));

        Assert.Equal(outcome, await OutcomeAsync());
        Assert.Equal(1, _service.Count("StopProjectVersion"));
    }

    [Theory]
    [InlineData(ProjectVersionStatus.Running)]
    [InlineData(ProjectVersionStatus.Starting)]
    // Started, and not to be seen yet.
    [InlineData(ProjectVersionStatus.Stopped)]
    public async Task What_the_service_accepts_is_stopped_whatever_the_status(string status)
    {
        _service.Add(Name, (0, status));
        _service.Stop = static () => ProjectVersionStatus.Stopping;

        Assert.Equal("Stopping", await OutcomeAsync());
    }

    [Fact]
    public async Task No_such_model_is_gone()
    {
        _service.Stop = static () => throw FakeModels.Refused(ErrorCodes.ResourceNotFoundException);

        Assert.Equal("Gone", await OutcomeAsync());
    }

    [Fact]
    public async Task A_model_that_has_just_come_up_is_asked_again()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Running));
        _service.Stop = () => _service.Count("StopProjectVersion") < 3 ? throw FakeModels.Refused(ErrorCodes.ResourceInUseException) : ProjectVersionStatus.Stopping;

        Assert.Equal("Stopping", await OutcomeAsync());
    }

    [Fact]
    public async Task A_lost_answer_is_as_the_status_says()
    {
        _service.Add(Name, _ => _service.Count("StopProjectVersion") == 0 ? ProjectVersionStatus.Running : ProjectVersionStatus.Stopping);
        _service.Stop = static () => throw FakeModels.Lost();

        Assert.Equal("Stopping", await OutcomeAsync());
        Assert.Equal(1, _service.Count("StopProjectVersion"));
    }

    [Fact]
    public async Task A_lost_answer_of_a_stop_that_was_not_done_is_asked_again()
    {
        _service.Add(Name, (0, ProjectVersionStatus.Running));
        _service.Stop = () => _service.Count("StopProjectVersion") == 1 ? throw FakeModels.Lost() : ProjectVersionStatus.Stopping;

        Assert.Equal("Stopping", await OutcomeAsync());
        Assert.Equal(2, _service.Count("StopProjectVersion"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_is_not_seen_to_stop_counts_as_running_after_ten_minutes(bool isLost)
    {
        _service.Add(Name, (0, ProjectVersionStatus.Running));
        _service.Stop = () => throw (isLost ? FakeModels.Lost() : FakeModels.Refused(ErrorCodes.ResourceInUseException));

        Assert.Equal("Unconfirmed", await OutcomeAsync());
        Assert.InRange(_service.Clock.Elapsed.TotalMinutes, 10, 10.5);
    }

    private async Task<string> OutcomeAsync() =>
        (await new ModelStopper(_service.Client, _service.Clock, SilentLog.Instance).StopAsync(FakeModels.Arn(Name), CancellationToken.None)).Outcome.ToString();
}
