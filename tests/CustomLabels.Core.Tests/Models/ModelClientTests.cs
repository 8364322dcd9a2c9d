using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Core.Tests.Detection;
using CustomLabels.Models;
using Xunit;

namespace CustomLabels.Core.Tests.Models;

public sealed class ModelClientTests
{
    private const string Lines = "arn:aws:rekognition:us-east-1:123456789012:project/lines/1";

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Asks_page_after_page_with_the_token_of_the_one_before()
    {
        var transport = new ScriptedTransport(Page("one", "T1"), Page("two", "T2"), Page("three", null));

        var projects = await Client(transport).ProjectsAsync(name: null, CancellationToken.None);

        Assert.Equal(["one", "two", "three"], projects.Select(project => project.Name));
        Assert.Equal(["{}", """{"NextToken":"T1"}""", """{"NextToken":"T2"}"""], transport.Bodies);
    }

    [Fact]
    public async Task Versions_are_asked_for_by_project_on_every_page()
    {
        var transport = new ScriptedTransport(
            ScriptedTransport.Answer(200, Versions("a", "T1")),
            ScriptedTransport.Answer(200, Versions("b", null)));

        var versions = await Client(transport).ModelsAsync(Lines, version: null, CancellationToken.None);

        Assert.Equal(["lines/a", "lines/b"], versions.Select(version => version.Name));
        Assert.All(transport.Bodies, body => Assert.Contains(Lines, body, StringComparison.Ordinal));
        Assert.Contains("T1", transport.Bodies[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T1", "T1", 2)]
    [InlineData("T1", "T2", 3)]
    public async Task A_server_that_repeats_its_tokens_gives_no_list_and_is_not_asked_for_ever(string first, string second, int requests)
    {
        var transport = new ScriptedTransport(Page("one", first), Page("two", second), Page("three", first));

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => Client(transport).ProjectsAsync(name: null, CancellationToken.None));

        Assert.Equal(ErrorId.RetriesExhausted, error.Error.Id);
        Assert.Equal(requests, transport.Bodies.Count);
    }

    [Fact]
    public async Task An_empty_token_ends_the_pages()
    {
        var transport = new ScriptedTransport(Page("one", ""));

        Assert.Single(await Client(transport).ProjectsAsync(name: null, CancellationToken.None));
        Assert.Single(transport.Bodies);
    }

    [Fact]
    public async Task Throttles_are_waited_out_however_many_and_other_failures_that_pass_are_tried_again()
    {
        var throttle = ScriptedTransport.Error("ThrottlingException");
        var transport = new ScriptedTransport(
            throttle, throttle, throttle, throttle, ScriptedTransport.Error("InternalServerError", 500), ScriptedTransport.Failure(TransportFailure.Broken), Page("one", null));

        Assert.Single(await Client(transport).ProjectsAsync(name: null, CancellationToken.None));
        Assert.Equal(6, _clock.Waits.Count);
    }

    [Fact]
    public async Task Throttles_that_do_not_end_are_not_waited_out_for_ever()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Error("ThrottlingException"));

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => Client(transport).ProjectsAsync(name: null, CancellationToken.None));

        Assert.Equal(ErrorId.ThrottleTimeout, error.Error.Id);
        Assert.InRange(_clock.Elapsed, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task What_does_not_pass_is_told_at_once()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Error("AccessDeniedException"));

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => Client(transport).ProjectsAsync(name: null, CancellationToken.None));

        Assert.Equal("AccessDeniedException", error.Error.Code);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_failure_that_stays_ends_after_the_last_attempt()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Failure(TransportFailure.NotConnected));

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => Client(transport).ProjectsAsync(name: null, CancellationToken.None));

        Assert.Equal(ErrorId.EndpointUnreachable, error.Error.Id);
        Assert.Equal(3, transport.Bodies.Count);
    }

    [Fact]
    public async Task An_answer_that_is_none_is_a_broken_one()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, """{"ProjectDescriptions":7}"""));

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => Client(transport).ProjectsAsync(name: null, CancellationToken.None));

        Assert.Equal(TransportFailure.Broken, Assert.IsType<TransportException>(error.InnerException).Failure);
    }

    [Fact]
    public async Task Stops_between_pages_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ScriptedTransport(Page("one", "T1"), () =>
        {
            cancellation.Cancel();
            return Page("two", "T2")();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(transport).ProjectsAsync(name: null, cancellation.Token));

        Assert.Equal(2, transport.Bodies.Count);
    }

    [Fact]
    public async Task A_name_is_asked_for_alone()
    {
        var transport = new ScriptedTransport(Page("one", null));
        await Client(transport).ProjectsAsync("one", CancellationToken.None);
        await Client(transport).ModelsAsync(Lines, "v1", CancellationToken.None);

        Assert.Equal(["""{"ProjectNames":["one"]}""", $$"""{"ProjectArn":"{{Lines}}","VersionNames":["v1"]}"""], transport.Bodies);
    }

    [Fact]
    public async Task After_a_throttle_the_calls_of_an_operation_keep_to_five_a_second()
    {
        var transport = new ScriptedTransport(Page("one", "T1"), ScriptedTransport.Error("ThrottlingException"), Page("two", "T2"), Page("three", "T3"), Page("four", null));
        await Client(transport).ProjectsAsync(name: null, CancellationToken.None);

        Assert.Equal(3, _clock.Waits.Count);
        Assert.All(_clock.Waits.Skip(1), wait => Assert.Equal(TimeSpan.FromSeconds(0.2), wait));
    }

    [Fact]
    public async Task A_dataset_is_asked_for_by_its_ARN()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(200, """{"DatasetDescription":{"Status":"CREATE_COMPLETE","DatasetStats":{"TotalEntries":7}}}"""));
        var dataset = await Client(transport).DatasetAsync("arn-of-a-dataset", CancellationToken.None);

        Assert.Equal(("CREATE_COMPLETE", 7), (dataset?.Status, dataset?.DatasetStats?.TotalEntries));
        Assert.Equal("""{"DatasetArn":"arn-of-a-dataset"}""", Assert.Single(transport.Bodies));
    }

    [Fact]
    public async Task A_training_time_that_no_training_takes_is_none()
    {
        var transport = new ScriptedTransport(ScriptedTransport.Answer(
            200, $$"""{"ProjectVersionDescriptions":[{"ProjectVersionArn":"arn:aws:rekognition:us-east-1:123456789012:project/lines/version/a/1","Status":"RUNNING","MinInferenceUnits":0,"BillableTrainingTimeInSeconds":1e30}]}"""));
        var model = Assert.Single(await Client(transport).ModelsAsync(Lines, version: null, CancellationToken.None));

        Assert.Null(model.BillableTrainingTime);
        // What runs never looks free.
        Assert.Equal(4, model.Priced(4).HourlyCost);
    }

    private static Func<ServiceAnswer> Page(string name, string? token) => ScriptedTransport.Answer(
        200, $$"""{"ProjectDescriptions":[{"ProjectArn":"arn:aws:rekognition:us-east-1:123456789012:project/{{name}}/1"}]{{(token is null ? "" : $",\"NextToken\":\"{token}\"")}}}""");

    private static string Versions(string name, string? token) =>
        $$"""{"ProjectVersionDescriptions":[{"ProjectVersionArn":"arn:aws:rekognition:us-east-1:123456789012:project/lines/version/{{name}}/1"}]{{(token is null ? "" : $",\"NextToken\":\"{token}\"")}}}""";

    private ModelClient Client(ScriptedTransport transport) =>
        new(new ControlPlane(transport, new ServiceCaller(new RetryPolicy(maxAttempts: 3, TimeSpan.FromMinutes(5), new Random(1)), _clock), SilentLog.Instance));
}
