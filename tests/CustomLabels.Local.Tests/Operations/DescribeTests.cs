using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Protocol;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class DescribeTests : IDisposable
{
    private const string Lines = "arn:aws:rekognition:us-east-1:123456789012:project/lines/1767223800000";
    private const string Cartons = "arn:aws:rekognition:us-east-1:123456789012:project/cartons/1767223800000";

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
            $$"""{"ProjectDescriptions":[{"ProjectArn":"{{Lines}}","CreationTimestamp":1767223800,"Status":"CREATED","Datasets":[{{Dataset("lines", 1767224700)}}],"Feature":"CUSTOM_LABELS"},{"ProjectArn":"{{Cartons}}","CreationTimestamp":1767227400,"Status":"CREATED","Datasets":[{{Dataset("cartons", 1767228300)}}],"Feature":"CUSTOM_LABELS"}]}""");
    }

    [Fact]
    public async Task Versions_are_described_the_latest_first()
    {
        var versions = await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines });
        Assert.Equal(["d FAILED", "c STOPPED", "a RUNNING"], versions.ProjectVersionDescriptions!.Select(version => version!.ProjectVersionArn!.Split('/')[3] + " " + version!.Status));
        var running = versions.ProjectVersionDescriptions![2]!;
        Assert.Equal((TestEndpoint.ArnOf("lines", "a"), 1, 3, "The model is running."), (running.ProjectVersionArn, running.MinInferenceUnits, running.MaxInferenceUnits, running.StatusMessage));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), running.CreationTimestamp);
        var trained = Assert.Single((await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Cartons })).ProjectVersionDescriptions!)!;
        Assert.Null(trained.MinInferenceUnits);
        Assert.Equal("The model is ready to run.", trained.StatusMessage);
    }

    [Fact]
    public async Task A_trained_version_has_all_that_training_leaves_behind()
    {
        var version = (await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines, VersionNames = ["a"] })).ProjectVersionDescriptions![0]!;
        Assert.Equal(new OutputConfig { S3Bucket = "line4", S3KeyPrefix = "evaluation/lines/a" }, version.OutputConfig);
        Assert.Equal((2700L, new DateTime(2026, 1, 1, 0, 45, 0, DateTimeKind.Utc)), (version.BillableTrainingTimeInSeconds, version.TrainingEndTimestamp));
        Assert.Equal((1.0, new S3Object { Bucket = "line4", Name = "evaluation/lines/a/EvaluationSummary-lines-a.json" }), (version.EvaluationResult?.F1Score, version.EvaluationResult?.Summary?.S3Object));
        Assert.Equal("manifest.jsonl", version.TrainingDataResult?.Input?.Assets?[0]?.GroundTruthManifest?.S3Object?.Name);
        Assert.True(version.TestingDataResult?.Input?.AutoCreate);
        Assert.EndsWith("/testing_manifest.json", version.TestingDataResult?.Output?.Assets?[0]?.GroundTruthManifest?.S3Object?.Name, StringComparison.Ordinal);
        Assert.EndsWith("/manifest_summary.json", version.ManifestSummary?.S3Object?.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRAINING_IN_PROGRESS", false, false)]
    [InlineData("TRAINING_FAILED", true, false)]
    [InlineData("TRAINING_COMPLETED", true, true)]
    [InlineData("COPYING_FAILED", false, false)]
    [InlineData("FAILED", true, true)]
    public async Task What_training_leaves_behind_depends_on_how_it_ended(string status, bool hasEnded, bool hasResult)
    {
        using var local = new TestEndpoint(options => TestEndpoint.WithModels(options, new LocalModel { Project = "lines", Version = "a", Status = status }));
        var answer = await local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{Lines}}"}""");
        var version = RekognitionOperations.DescribeProjectVersions.ReadResponse(Encoding.UTF8.GetBytes(answer.Body)).ProjectVersionDescriptions![0]!;
        Assert.Equal((hasEnded, hasEnded, hasEnded), (version.TrainingEndTimestamp is not null, version.ManifestSummary is not null, version.TrainingDataResult?.Validation is not null));
        Assert.Equal((hasResult, hasResult, hasResult), (version.EvaluationResult is not null, version.BillableTrainingTimeInSeconds is not null, version.TestingDataResult?.Output is not null));
        Assert.NotNull(version.OutputConfig);
    }

    [Theory]
    [InlineData("TRAINING_FAILED", "The manifest file contains too many invalid data objects.")]
    [InlineData("COPYING_FAILED", "The model could not be copied: access to the output bucket was denied.")]
    [InlineData("FAILED", "The model failed to start: an internal error occurred. Start it again.")]
    public async Task A_failed_status_says_why(string status, string message)
    {
        using var local = new TestEndpoint(options => TestEndpoint.WithModels(options, new LocalModel { Project = "lines", Version = "a", Status = status }));
        Assert.Contains($"\"StatusMessage\":\"{message}\"", (await local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{Lines}}"}""")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ProjectNames":["cartons"]}""", "cartons")]
    [InlineData("""{"ProjectNames":["cartons","x","lines"]}""", "lines,cartons")]
    [InlineData("""{"ProjectNames":["line"]}""", "")]
    [InlineData("""{"Features":["CUSTOM_LABELS","CONTENT_MODERATION"]}""", "lines,cartons")]
    [InlineData("""{"Features":["CONTENT_MODERATION"]}""", "")]
    public async Task Only_the_projects_asked_for_are_described(string body, string names)
    {
        var answer = Projects(await _local.CallAsync("DescribeProjects", body));
        Assert.Equal(names, string.Join(",", answer.ProjectDescriptions!.Select(project => project!.ProjectArn!.Split('/')[1])));
    }

    [Fact]
    public async Task Only_the_versions_asked_for_are_described()
    {
        var answer = await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines, VersionNames = ["a", "b", "d"] });
        Assert.Equal(["d", "a"], answer.ProjectVersionDescriptions!.Select(version => version!.ProjectVersionArn!.Split('/')[3]));
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
            found.AddRange(page.ProjectVersionDescriptions!.Select(version => version!.ProjectVersionArn!.Split('/')[3]));
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
        var first = Projects(await _local.CallAsync("DescribeProjects", """{"MaxResults":1}"""));
        Assert.NotNull(first.NextToken);
        (await DescribeAsync(first.NextToken, "")).AssertBody(
            $$"""{"ProjectDescriptions":[{"ProjectArn":"{{Cartons}}","CreationTimestamp":1767227400,"Status":"CREATED","Datasets":[{{Dataset("cartons", 1767228300)}}],"Feature":"CUSTOM_LABELS"}]}""");
        (await DescribeAsync("x", "")).AssertError(Code, "Pagination token in the request is not valid.");
        (await DescribeAsync("x" + first.NextToken!.Substring(1), "")).AssertError(Code);
        (await DescribeAsync(first.NextToken, ",\"ProjectNames\":[\"lines\",\"cartons\"]")).AssertError(Code);
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{Lines}}","NextToken":"{{first.NextToken}}"}""")).AssertError(Code);
    }

    [Fact]
    public async Task An_empty_token_is_none()
    {
        Assert.Equal((await _local.CallAsync("DescribeProjects", "{}")).Body, (await DescribeAsync("", "")).Body);
        var versions = await VersionsAsync(new DescribeProjectVersionsRequest { ProjectArn = Lines, NextToken = "" });
        Assert.Equal(3, versions.ProjectVersionDescriptions!.Count);
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
        var cutOut = Lines.Replace("1767223800000", "1767225600000");
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{cutOut}}"}""")).AssertError("ResourceNotFoundException", $"The project arn: {cutOut} does not exist");
        (await _local.CallAsync("DescribeProjectVersions", $$"""{"ProjectArn":"{{Lines}}","VersionNames":[],"MaxResults":101,"NextToken":"{{new string('x', 1025)}}"}""")).AssertError("ValidationException");
    }

    [Fact]
    public async Task A_dataset_is_described_by_what_is_in_the_manifest()
    {
        const string Arn = "arn:aws:rekognition:us-east-1:123456789012:project/lines/dataset/train/1767224700000";
        (await _local.CallAsync("DescribeDataset", $$"""{"DatasetArn":"{{Arn}}"}""")).AssertBody(
            """{"DatasetDescription":{"CreationTimestamp":1767224700,"LastUpdatedTimestamp":1767224700,"Status":"CREATE_COMPLETE","StatusMessage":"The dataset was created successfully.","StatusMessageCode":"SUCCESS","DatasetStats":{"LabeledEntries":2,"TotalEntries":4,"TotalLabels":4,"ErrorEntries":0}}}""");
        var other = Arn.Replace("/train/", "/test/");
        (await _local.CallAsync("DescribeDataset", $$"""{"DatasetArn":"{{other}}"}""")).AssertError("ResourceNotFoundException", $"The dataset arn: {other} does not exist");
        (await _local.CallAsync("DescribeDataset", $$"""{"DatasetArn":"{{Lines}}"}""")).AssertError("ValidationException");
    }

    private static string Dataset(string project, int created) =>
        $$"""{"CreationTimestamp":{{created}},"DatasetType":"TRAIN","DatasetArn":"arn:aws:rekognition:us-east-1:123456789012:project/{{project}}/dataset/train/1767224700000","Status":"CREATE_COMPLETE","StatusMessage":"The dataset was created successfully.","StatusMessageCode":"SUCCESS"}""";

    private Task<EndpointAnswer> DescribeAsync(string? token, string more) => _local.CallAsync("DescribeProjects", $$"""{"NextToken":"{{token}}"{{more}}}""");

    private static DescribeProjectsResponse Projects(EndpointAnswer answer) => RekognitionOperations.DescribeProjects.ReadResponse(Encoding.UTF8.GetBytes(answer.Body));

    private async Task<DescribeProjectVersionsResponse> VersionsAsync(DescribeProjectVersionsRequest request) => RekognitionOperations.DescribeProjectVersions.ReadResponse(
        Encoding.UTF8.GetBytes((await _local.CallAsync("DescribeProjectVersions", Encoding.UTF8.GetString(JsonMemberWriter.Body(request)))).Body));
}
