using System;
using System.Collections.Generic;
using System.Text;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Local.Tests.Wire;

public sealed class CodecTests
{
    [Fact]
    public void A_request_is_read_back_as_written()
    {
        var request = new DescribeProjectsRequest { NextToken = "t+/=", MaxResults = 3, ProjectNames = ["a", "b"], Features = ["CUSTOM_LABELS"] };
        Assert.Equal("""{"NextToken":"t+/=","MaxResults":3,"ProjectNames":["a","b"],"Features":["CUSTOM_LABELS"]}""", Text(request));
        var read = RekognitionOperations.DescribeProjects.ReadRequest(JsonMemberWriter.Body(request));
        Assert.Equal((request.NextToken, request.MaxResults), (read.NextToken, read.MaxResults));
        Assert.Equal(request.ProjectNames, read.ProjectNames);
        Assert.Equal(request.Features, read.Features);
    }

    [Fact]
    public void Every_kind_of_member_is_read_back_as_written()
    {
        var training = new CreateProjectVersionRequest
        {
            ProjectArn = "arn:aws:rekognition:us-east-1:123456789012:project/p/1",
            VersionName = "v",
            OutputConfig = new OutputConfig { S3Bucket = "bucket", S3KeyPrefix = "" },
            TestingData = new TestingData { AutoCreate = false, Assets = [new Asset { GroundTruthManifest = new GroundTruthManifest() }] },
            Tags = new Dictionary<string, string?>(StringComparer.Ordinal) { ["line"] = "4", ["what's this"] = "" },
            FeatureConfig = new CustomizationFeatureConfig { ContentModeration = new CustomizationFeatureContentModerationConfig { ConfidenceThreshold = 50 } },
        };
        const string Json = """
            {"ProjectArn":"arn:aws:rekognition:us-east-1:123456789012:project/p/1","VersionName":"v","OutputConfig":{"S3Bucket":"bucket","S3KeyPrefix":""},
            "TestingData":{"Assets":[{"GroundTruthManifest":{}}],"AutoCreate":false},"Tags":{"line":"4","what's this":""},"FeatureConfig":{"ContentModeration":{"ConfidenceThreshold":50.0}}}
            """;
        Assert.Equal(Json.Replace("\r", "").Replace("\n", ""), Text(training));
        Assert.Equal(Text(training), Text(JsonMembers.Read(JsonMemberWriter.Body(training), CreateProjectVersionRequest.Read)));

        var changes = new UpdateDatasetEntriesRequest { DatasetArn = "a", Changes = new DatasetChanges { GroundTruth = [0xFB, 0xEF, 0xBE] } };
        Assert.Equal("""{"DatasetArn":"a","Changes":{"GroundTruth":"++++"}}""", Text(changes));
        Assert.Equal([0xFB, 0xEF, 0xBE], JsonMembers.Read(JsonMemberWriter.Body(changes), UpdateDatasetEntriesRequest.Read).Changes!.GroundTruth!);
    }

    [Fact]
    public void What_is_null_is_not_written_and_what_is_unknown_or_null_not_read()
    {
        Assert.Equal("{}", Text(new DescribeProjectsRequest()));
        Assert.Equal(new DescribeProjectsRequest(), RekognitionOperations.DescribeProjects.ReadRequest("""{"X":[{}],"NextToken":null,"MaxResults":null,"ProjectNames":null}"""u8));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("{}{}", "")]
    [InlineData("3", "")]
    [InlineData("[]", "Start of list found where not expected")]
    [InlineData("""{"NextToken":3}""", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("""{"NextToken":"\ud800"}""", "")]
    [InlineData("""{"MaxResults":"3"}""", "STRING_VALUE can not be converted to an Integer")]
    [InlineData("""{"MaxResults":{}}""", "Start of structure or map found where not expected.")]
    [InlineData("""{"ProjectNames":"a"}""", "Expected list or null")]
    [InlineData("""{"ProjectNames":{}}""", "Start of structure or map found where not expected.")]
    [InlineData("""{"ProjectNames":[true]}""", "TRUE_VALUE can not be converted to a String")]
    public void What_is_no_request_is_a_SerializationException(string body, string message)
    {
        var error = Assert.Throws<ServiceException>(() => JsonMembers.Read(Encoding.UTF8.GetBytes(body), DescribeProjectsRequest.Read));
        Assert.Equal(("SerializationException", message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("2.9", 2)]
    [InlineData("1e99", int.MaxValue)]
    [InlineData("-1e99", int.MinValue)]
    public void An_integer_is_cut_off_and_stays_in_its_range(string json, int value)
    {
        Assert.Equal(value, JsonMembers.Read(Encoding.UTF8.GetBytes($$"""{"MaxResults":{{json}}}"""), DescribeProjectsRequest.Read).MaxResults);
    }

    [Fact]
    public void A_response_is_read_back_as_written()
    {
        var created = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);
        var response = new DescribeProjectsResponse
        {
            ProjectDescriptions = [new ProjectDescription { ProjectArn = "arn", CreationTimestamp = created, Status = "CREATED", Feature = "CUSTOM_LABELS" }],
            NextToken = "next",
        };
        Assert.Equal(
            """{"ProjectDescriptions":[{"ProjectArn":"arn","CreationTimestamp":1767323045.678,"Status":"CREATED","Feature":"CUSTOM_LABELS"}],"NextToken":"next"}""", Text(response));
        var read = RekognitionOperations.DescribeProjects.ReadResponse(JsonMemberWriter.Body(response));
        Assert.Equal(response.ProjectDescriptions, read.ProjectDescriptions);
        Assert.Equal("next", read.NextToken);
    }

    [Fact]
    public void A_response_of_the_service_is_read_with_its_unknown_members_passed_over()
    {
        var response = RekognitionOperations.DescribeProjectVersions.ReadResponse(Encoding.UTF8.GetBytes("""
            {"ProjectVersionDescriptions":[{"ProjectVersionArn":"arn:v","CreationTimestamp":1.590238598423E9,"MinInferenceUnits":1,"Status":"RUNNING",
            "BillableTrainingTimeInSeconds":1234,"TrainingEndTimestamp":1590239000,"OutputConfig":{"S3Bucket":"b","New":{"a":[1]}},
            "EvaluationResult":{"F1Score":0.9},"MaxInferenceUnits":3,"Brand":"new","KmsKeyId":null}]}
            """));
        Assert.Null(response.NextToken);
        var expected = new ProjectVersionDescription
        {
            ProjectVersionArn = "arn:v",
            CreationTimestamp = new DateTime(2020, 5, 23, 12, 56, 38, 423, DateTimeKind.Utc),
            MinInferenceUnits = 1,
            Status = ProjectVersionStatus.Running,
            BillableTrainingTimeInSeconds = 1234,
            TrainingEndTimestamp = new DateTime(2020, 5, 23, 13, 3, 20, DateTimeKind.Utc),
            OutputConfig = new OutputConfig { S3Bucket = "b" },
            EvaluationResult = new EvaluationResult { F1Score = 0.9 },
            MaxInferenceUnits = 3,
        };
        Assert.Equal(expected, Assert.Single(response.ProjectVersionDescriptions!));
    }

    [Fact]
    public void A_response_that_has_no_members_may_have_no_body()
    {
        Assert.Equal(new DeleteDatasetResponse(), RekognitionOperations.DeleteDataset.ReadResponse(default));
        Assert.Equal(new DeleteDatasetResponse(), RekognitionOperations.DeleteDataset.ReadResponse("{}"u8.ToArray()));
        Assert.Throws<FormatException>(() => RekognitionOperations.CreateDataset.ReadResponse(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"ProjectDescriptions":{}}""")]
    [InlineData("""{"ProjectDescriptions":[3]}""")]
    [InlineData("""{"ProjectDescriptions":[{"ProjectArn":3}]}""")]
    [InlineData("""{"ProjectDescriptions":[{"CreationTimestamp":"yesterday"}]}""")]
    [InlineData("""{"ProjectDescriptions":[{"CreationTimestamp":1e99}]}""")]
    [InlineData("""{"ProjectDescriptions":[{"CreationTimestamp":1e12}]}""")]
    public void What_is_no_answer_is_a_FormatException_that_names_the_operation(string body)
    {
        var error = Assert.Throws<FormatException>(() => RekognitionOperations.DescribeProjects.ReadResponse(Encoding.UTF8.GetBytes(body)));
        Assert.Contains("DescribeProjects", error.Message, StringComparison.Ordinal);
    }

    private static string Text(IStructure structure) => Encoding.UTF8.GetString(JsonMemberWriter.Body(structure));
}
