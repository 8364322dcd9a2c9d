using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Arns;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class DescribeTests : IDisposable
{
    private const string Lines = "arn:aws:rekognition:us-east-1:123456789012:project/lines/2";
    private const string Cartons = "arn:aws:rekognition:us-east-1:123456789012:project/cartons/2";

    private readonly TestEndpoint _local = new(options => TestEndpoint.WithModels(
        options,
        new LocalModel { Project = "lines", Version = "a", MaxInferenceUnits = 3 },
        new LocalModel { Project = "cartons", Version = "b", Status = "TRAINING_COMPLETED" },
        new LocalModel { Project = "lines", Version = "c", Status = "STOPPED" },
        new LocalModel { Project = "lines", Version = "d", Status = "FAILED" }));

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Projects_are_described_in_the_order_of_their_creation()
    {
        (await _local.CallAsync("DescribeProjects", "{}")).AssertBody(
            $$"""{"ProjectDescriptions":[{"ProjectArn":"{{Lines}}","CreationTimestamp":1767223800,"Status":"CREATED","Feature":"CUSTOM_LABELS"},{"ProjectArn":"{{Cartons}}","CreationTimestamp":1767227400,"Status":"CREATED","Feature":"CUSTOM_LABELS"}]}""");
    }

    [Fact]
    public async Task Versions_are_described_the_latest_first()
    {
        var versions = await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines });
        Assert.Equal(["d FAILED", "c STOPPED", "a RUNNING"], versions.ProjectVersionDescriptions.Select(version => version.ProjectVersionArn!.Split('/')[3] + " " + version.Status));
        var expected = new ProjectVersionDescription
        {
            ProjectVersionArn = TestEndpoint.ArnOf("lines", "a"),
            CreationTimestamp = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            MinInferenceUnits = 1,
            MaxInferenceUnits = 3,
            Status = "RUNNING",
            StatusMessage = "The model is running.",
            Feature = "CUSTOM_LABELS",
        };
        Assert.Equal(expected, versions.ProjectVersionDescriptions[2]);
        var trained = Assert.Single((await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Cartons })).ProjectVersionDescriptions);
        Assert.Null(trained.MinInferenceUnits);
        Assert.Equal("The model is ready to run.", trained.StatusMessage);
    }

    [Theory]
    [InlineData("""{"ProjectNames":["cartons"]}""", "cartons")]
    [InlineData("""{"ProjectNames":["cartons","x","lines"]}""", "lines,cartons")]
    [InlineData("""{"ProjectNames":["line"]}""", "")]
    [InlineData("""{"Features":["CUSTOM_LABELS","CONTENT_MODERATION"]}""", "lines,cartons")]
    [InlineData("""{"Features":["CONTENT_MODERATION"]}""", "")]
    public async Task Only_the_projects_asked_for_are_described(string body, string names)
    {
        var answer = DescribeProjectsAnswer.Read(Encoding.UTF8.GetBytes((await _local.CallAsync("DescribeProjects", body)).Body));
        Assert.Equal(names, string.Join(",", answer.ProjectDescriptions.Select(project => project.ProjectArn!.Split('/')[1])));
    }

    [Fact]
    public async Task Only_the_versions_asked_for_are_described()
    {
        var answer = await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines, VersionNames = ["a", "b", "d"] });
        Assert.Equal(["d", "a"], answer.ProjectVersionDescriptions.Select(version => version.ProjectVersionArn!.Split('/')[3]));
    }

    [Fact]
    public async Task Pages_together_are_the_whole_each_once()
    {
        var found = new List<string>();
        var pages = 0;
        string? token = null;
        do
        {
            var page = await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines, MaxResults = 2, NextToken = token });
            found.AddRange(page.ProjectVersionDescriptions.Select(version => version.ProjectVersionArn!.Split('/')[3]));
            token = page.NextToken;
            pages++;
        }
        while (token is not null);
        Assert.Equal(["d", "c", "a"], found);
        Assert.Equal(2, pages);
        Assert.Null((await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines, MaxResults = 3 })).NextToken);
    }

    [Fact]
    public async Task A_token_that_no_answer_gave_is_refused()
    {
        const string Code = "InvalidPaginationTokenException";
        var first = DescribeProjectsAnswer.Read(Encoding.UTF8.GetBytes((await _local.CallAsync("DescribeProjects", """{"MaxResults":1}""")).Body));
        Assert.NotNull(first.NextToken);
        (await DescribeAsync(first.NextToken, "")).AssertBody(
            $$"""{"ProjectDescriptions":[{"ProjectArn":"{{Cartons}}","CreationTimestamp":1767227400,"Status":"CREATED","Feature":"CUSTOM_LABELS"}]}""");
        (await DescribeAsync("", "")).AssertError(Code, "Pagination token in the request is not valid.");
        (await DescribeAsync("x" + first.NextToken!.Substring(1), "")).AssertError(Code);
        (await DescribeAsync(first.NextToken, ",\"ProjectNames\":[\"lines\",\"cartons\"]")).AssertError(Code);
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{Lines}}","NextToken":"{{first.NextToken}}"}""")).AssertError(Code);
    }

    [Theory]
    [InlineData("""{"MaxResults":0}""", "Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"MaxResults":101}""", "Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("""{"ProjectNames":[]}""", "Value '[]' at 'projectNames' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"ProjectNames":["1","2","3","4","5","6","7","8","9","10","11"]}""", "Value '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]' at 'projectNames' failed to satisfy constraint: Member must have length less than or equal to 10")]
    [InlineData("""{"ProjectNames":["ok","a b"]}""", @"Value '[ok, a b]' at 'projectNames' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-zA-Z0-9_.\-]+]")]
    [InlineData("""{"ProjectNames":[null]}""", @"Value '[]' at 'projectNames' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-zA-Z0-9_.\-]+]")]
    [InlineData("""{"Features":["LABELS"]}""", "Value '[LABELS]' at 'features' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [CONTENT_MODERATION, CUSTOM_LABELS]]")]
    public async Task What_the_model_forbids_is_a_ValidationException(string body, string violation)
    {
        (await _local.CallAsync("DescribeProjects", body)).AssertError("ValidationException", "1 validation error detected: " + violation);
    }

    [Fact]
    public async Task Versions_need_a_project_that_is_there()
    {
        (await _local.CallAsync("DescribeProjectVersions", "{}")).AssertError("ValidationException", "1 validation error detected: Value null at 'projectArn' failed to satisfy constraint: Member must not be null");
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{TestEndpoint.Arn}}"}""")).AssertError("ValidationException");
        var cutOut = Lines.Replace("/2", "/1");
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{cutOut}}"}""")).AssertError("ResourceNotFoundException", $"The project arn: {cutOut} does not exist");
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{Lines}}","VersionNames":[],"MaxResults":101,"NextToken":"{{new string('x', 1025)}}"}""")).AssertError("ValidationException");
    }

    private Task<EndpointAnswer> DescribeAsync(string? token, string more) => _local.CallAsync("DescribeProjects", $$"""{"NextToken":"{{token}}"{{more}}}""");

    private async Task<DescribeProjectVersionsAnswer> VersionsAsync(DescribeProjectVersionsRequest request) =>
        DescribeProjectVersionsAnswer.Read(Encoding.UTF8.GetBytes((await _local.CallAsync("DescribeProjectVersions", Encoding.UTF8.GetString(request.Write()))).Body));
}
