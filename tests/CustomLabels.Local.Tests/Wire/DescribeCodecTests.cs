using System;
using System.Text;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using Xunit;

namespace CustomLabels.Local.Tests.Wire;

public class DescribeCodecTests
{
    [Fact]
    public void A_DescribeProjects_request_is_read_back_as_written()
    {
        var request = new DescribeProjectsRequest { NextToken = "t+/=", MaxResults = 3, ProjectNames = ["a", "b"], Features = ["CUSTOM_LABELS"] };
        Assert.Equal("""{"NextToken":"t\u002B/=","MaxResults":3,"ProjectNames":["a","b"],"Features":["CUSTOM_LABELS"]}""", Encoding.UTF8.GetString(request.Write()));
        var read = DescribeProjectsRequest.Read(request.Write());
        Assert.Equal((request.NextToken, request.MaxResults), (read.NextToken, read.MaxResults));
        Assert.Equal(request.ProjectNames, read.ProjectNames);
        Assert.Equal(request.Features, read.Features);
    }

    [Fact]
    public void A_DescribeProjectVersions_request_is_read_back_as_written()
    {
        var request = new DescribeProjectVersionsRequest { ProjectArn = "arn", VersionNames = ["v"], NextToken = "t", MaxResults = 1 };
        var read = DescribeProjectVersionsRequest.Read(request.Write());
        Assert.Equal((request.ProjectArn, request.NextToken, request.MaxResults), (read.ProjectArn, read.NextToken, read.MaxResults));
        Assert.Equal(request.VersionNames, read.VersionNames);
    }

    [Fact]
    public void What_is_absent_null_or_unknown_is_not_there()
    {
        Assert.Equal("{}", Encoding.UTF8.GetString(new DescribeProjectsRequest().Write()));
        Assert.Equal(new DescribeProjectsRequest(), DescribeProjectsRequest.Read("""{"X":[{}],"NextToken":null,"MaxResults":null,"ProjectNames":null}"""u8));
        Assert.Equal(new DescribeProjectVersionsRequest(), DescribeProjectVersionsRequest.Read("{}"u8));
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
        var error = Assert.Throws<ServiceException>(() => DescribeProjectsRequest.Read(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(("SerializationException", message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("2.9", 2)]
    [InlineData("1e99", int.MaxValue)]
    [InlineData("-1e99", int.MinValue)]
    public void An_integer_is_cut_off_and_stays_in_its_range(string json, int value)
    {
        Assert.Equal(value, DescribeProjectsRequest.Read(Encoding.UTF8.GetBytes($$"""{"MaxResults":{{json}}}""")).MaxResults);
    }

    [Fact]
    public void An_answer_to_DescribeProjects_is_read_back_as_written()
    {
        var created = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);
        var answer = new DescribeProjectsAnswer([new ProjectDescription { ProjectArn = "arn", CreationTimestamp = created, Status = "CREATED", Feature = "CUSTOM_LABELS" }], "next");
        Assert.Equal(
            """{"ProjectDescriptions":[{"ProjectArn":"arn","CreationTimestamp":1767323045.678,"Status":"CREATED","Feature":"CUSTOM_LABELS"}],"NextToken":"next"}""",
            Encoding.UTF8.GetString(answer.Write()));
        var read = DescribeProjectsAnswer.Read(answer.Write());
        Assert.Equal(answer.ProjectDescriptions, read.ProjectDescriptions);
        Assert.Equal("next", read.NextToken);
    }

    [Fact]
    public void An_answer_of_the_service_is_read_with_its_other_members_passed_over()
    {
        var answer = DescribeProjectVersionsAnswer.Read(Encoding.UTF8.GetBytes("""
            {"ProjectVersionDescriptions":[{"ProjectVersionArn":"arn:v","CreationTimestamp":1.590238598423E9,"MinInferenceUnits":1,"Status":"RUNNING",
            "StatusMessage":"The model is running.","BillableTrainingTimeInSeconds":1234,"TrainingEndTimestamp":1590239000,"OutputConfig":{"S3Bucket":"b"},
            "EvaluationResult":{"F1Score":0.9},"MaxInferenceUnits":3,"Feature":"CUSTOM_LABELS","KmsKeyId":null}]}
            """));
        Assert.Null(answer.NextToken);
        var expected = new ProjectVersionDescription
        {
            ProjectVersionArn = "arn:v",
            CreationTimestamp = new DateTime(2020, 5, 23, 12, 56, 38, 423, DateTimeKind.Utc),
            MinInferenceUnits = 1,
            Status = ModelStatus.Running,
            StatusMessage = "The model is running.",
            BillableTrainingTimeInSeconds = 1234,
            TrainingEndTimestamp = new DateTime(2020, 5, 23, 13, 3, 20, DateTimeKind.Utc),
            MaxInferenceUnits = 3,
            Feature = "CUSTOM_LABELS",
        };
        Assert.Equal(expected, Assert.Single(answer.ProjectVersionDescriptions));
        Assert.Equal(expected, Assert.Single(DescribeProjectVersionsAnswer.Read(answer.Write()).ProjectVersionDescriptions));
    }

    [Fact]
    public void An_answer_without_a_list_has_no_projects()
    {
        Assert.Empty(DescribeProjectsAnswer.Read("{}"u8.ToArray()).ProjectDescriptions);
        Assert.Empty(DescribeProjectVersionsAnswer.Read("""{"ProjectVersionDescriptions":null}"""u8.ToArray()).ProjectVersionDescriptions);
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
        var error = Assert.Throws<FormatException>(() => DescribeProjectsAnswer.Read(Encoding.UTF8.GetBytes(body)));
        Assert.Contains("DescribeProjects", error.Message, StringComparison.Ordinal);
    }
}
