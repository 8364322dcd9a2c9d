using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using CustomLabels.Core.Tests.Detection;
using CustomLabels.Models;
using Xunit;

namespace CustomLabels.Core.Tests.Models;

public sealed class ModelListTests
{
    private static readonly Func<ServiceAnswer> TwoProjects =
        ScriptedTransport.Answer(200, """{"ProjectDescriptions":[{"ProjectArn":"arn:aws:rekognition:us-east-1:123456789012:project/lines/2"},{"ProjectArn":"arn:aws:rekognition:us-east-1:123456789012:project/logos/2"}]}""");

    private static readonly Func<ServiceAnswer> Denied = ScriptedTransport.Error("AccessDeniedException");

    [Fact]
    public async Task Has_the_versions_of_every_project()
    {
        var models = await GetAsync(TwoProjects, Versions("lines/version/v1"), Versions("logos/version/v1", "logos/version/v2"));

        Assert.Equal(["lines/v1", "logos/v1", "logos/v2"], models.Select(model => model.Name));
    }

    [Fact]
    public async Task A_denied_project_hides_no_other()
    {
        var models = await GetAsync(TwoProjects, Denied, Versions("logos/version/v1"));

        Assert.Equal(["logos/v1"], models.Select(model => model.Name));
    }

    [Theory]
    [InlineData("InternalServerError", 500)]
    [InlineData("ThrottlingException", 400)]
    [InlineData("ExpiredTokenException", 400)]
    public async Task A_project_that_can_not_be_asked_about_leaves_no_list(string code, int status) =>
        await Assert.ThrowsAsync<CustomLabelsException>(() => GetAsync(TwoProjects, ScriptedTransport.Error(code, status), Versions("logos/version/v1")));

    [Fact]
    public async Task Nothing_but_denied_projects_is_not_the_same_as_no_models() =>
        await Assert.ThrowsAsync<CustomLabelsException>(() => GetAsync(TwoProjects, Denied));

    [Fact]
    public async Task Nothing_is_asked_about_after_a_denied_list()
    {
        var transport = new ScriptedTransport(Denied);

        await Assert.ThrowsAsync<CustomLabelsException>(() => GetAsync(transport));

        Assert.Single(transport.Bodies);
    }

    [Fact]
    public void Those_that_run_come_first_and_those_that_never_will_last()
    {
        var ordered = Order(ProjectVersionStatus.All.Reverse().Select((status, i) => Version($"p/version/{status}", status, day: 1)));

        Assert.Equal(
            [ProjectVersionStatus.Running, ProjectVersionStatus.Starting],
            ordered.Take(2).Select(model => model.Status));
        Assert.Equal(
            [ProjectVersionStatus.CopyingFailed, ProjectVersionStatus.Deleting, ProjectVersionStatus.TrainingFailed],
            ordered.Skip(ordered.Count - 3).Select(model => model.Status).OrderBy(status => status, StringComparer.Ordinal));
        Assert.Equal(ProjectVersionStatus.All.Count, ordered.Count);
    }

    [Fact]
    public void Among_equals_projects_go_by_name_and_the_latest_version_is_first()
    {
        var ordered = Order(
        [
            Version("b/version/old", ProjectVersionStatus.Running, day: 1),
            Version("A/version/only", ProjectVersionStatus.Running, day: 1),
            Version("b/version/new", ProjectVersionStatus.Running, day: 2),
        ]);

        Assert.Equal(["A/only", "b/new", "b/old"], ordered.Select(model => model.Name));
    }

    [Fact]
    public void What_is_no_ARN_of_a_version_is_left_out_and_none_comes_twice()
    {
        var good = Version("p/version/v", ProjectVersionStatus.Running, day: 1);
        var tooLong = good with { ProjectVersionArn = $"arn:aws:rekognition:{new string('x', 2000)}:123456789012:project/p/version/v/1" };

        var ordered = Order([good with { ProjectVersionArn = null }, good with { ProjectVersionArn = "$(Remove-Item /)" }, tooLong, good, good]);

        Assert.Equal([good.ProjectVersionArn], ordered.Select(model => model.ProjectVersionArn));
    }

    [Theory]
    [InlineData(null, null, "RUNNING, created 2026-01-02")]
    [InlineData(1, null, "RUNNING, 1 inference unit, created 2026-01-02")]
    [InlineData(2, 2, "RUNNING, 2 inference units, created 2026-01-02")]
    [InlineData(1, 4, "RUNNING, 1 to 4 inference units, created 2026-01-02")]
    public void Summary_tells_status_units_and_date(int? least, int? most, string summary)
    {
        var version = Version("p/version/v", ProjectVersionStatus.Running, day: 2) with { MinInferenceUnits = least, MaxInferenceUnits = most };

        Assert.Equal(summary, Order([version]).Single().Summary());
    }

    [Fact]
    public void Summary_is_safe_to_print()
    {
        var version = Version("p/version/v", "\u001b[2J", day: 2) with { CreationTimestamp = null };

        Assert.Equal(@"\u001B[2J", Order([version]).Single().Summary());
    }

    private static IReadOnlyList<Model> Order(IEnumerable<ProjectVersionDescription> versions) => ModelList.Order(versions.Select(Model.Of).OfType<Model>());

    private static Task<IReadOnlyList<Model>> GetAsync(params Func<ServiceAnswer>[] script) => GetAsync(new ScriptedTransport(script));

    private static async Task<IReadOnlyList<Model>> GetAsync(ScriptedTransport transport)
    {
        var caller = new ServiceCaller(new RetryPolicy(maxAttempts: 1, TimeSpan.Zero, new Random(1)), new ManualClock());
        var client = new ModelClient(new ControlPlane(transport, caller, SilentLog.Instance));
        return await ModelList.GetAsync(client, await client.ProjectsAsync(name: null, CancellationToken.None), CancellationToken.None);
    }

    private static Func<ServiceAnswer> Versions(params string[] names) => () => new ServiceAnswer(
        200, JsonMemberWriter.Body(new DescribeProjectVersionsResponse { ProjectVersionDescriptions = names.Select(name => Version(name, ProjectVersionStatus.Running, day: 1)).ToArray() }));

    private static ProjectVersionDescription Version(string name, string status, int day) => new()
    {
        ProjectVersionArn = $"arn:aws:rekognition:us-east-1:123456789012:project/{name}/1",
        Status = status,
        CreationTimestamp = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc),
    };
}
