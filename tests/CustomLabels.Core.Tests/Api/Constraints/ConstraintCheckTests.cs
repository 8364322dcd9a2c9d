using System;
using System.Collections.Generic;
using CustomLabels.Api.Constraints;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Core.Tests.Api.Constraints;

public sealed class ConstraintCheckTests
{
    private const string Project = "arn:aws:rekognition:us-east-1:123456789012:project/p/1590000000000";

    [Fact]
    public void A_member_of_a_structure_is_named_by_its_way_and_one_of_a_list_by_its_place()
    {
        var request = new CreateProjectVersionRequest
        {
            ProjectArn = Project,
            VersionName = "v",
            OutputConfig = new OutputConfig { S3Bucket = "b" },
            TrainingData = new TrainingData { Assets = [new Asset(), new Asset { GroundTruthManifest = new GroundTruthManifest { S3Object = new S3Object { Name = "" } } }] },
        };
        Assert.Equal(
            "2 validation errors detected: Value 'b' at 'outputConfig.s3Bucket' failed to satisfy constraint: Member must have length greater than or equal to 3; "
            + "Value '' at 'trainingData.assets.2.member.groundTruthManifest.s3Object.name' failed to satisfy constraint: Member must have length greater than or equal to 1",
            Refusal(request));
    }

    [Fact]
    public void A_structure_that_is_null_in_a_list_is_missing() =>
        Assert.Equal(
            "1 validation error detected: Value null at 'datasets.2.member' failed to satisfy constraint: Member must not be null",
            Refusal(new DistributeDatasetEntriesRequest { Datasets = [new DistributeDataset { Arn = Project.Replace("/1590000000000", "/dataset/train/1590000000000") }, null] }));

    [Fact]
    public void A_blob_is_refused_by_its_length() =>
        Assert.Equal(
            "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=0 cap=0]' at 'changes.groundTruth' failed to satisfy constraint: Member must have length greater than or equal to 1",
            Refusal(new UpdateDatasetEntriesRequest { DatasetArn = Project.Replace("/1590000000000", "/dataset/test/1590000000000"), Changes = new DatasetChanges { GroundTruth = [] } }));

    [Fact]
    public void A_value_of_a_set_is_refused_with_the_set() =>
        Assert.Equal(
            "1 validation error detected: Value 'BOTH' at 'datasetType' failed to satisfy constraint: Member must satisfy enum value set: [TRAIN, TEST]",
            Refusal(new CreateDatasetRequest { ProjectArn = Project, DatasetType = "BOTH" }));

    [Fact]
    public void Keys_and_values_of_a_map_have_their_rules()
    {
        var tags = new Dictionary<string, string?>(StringComparer.Ordinal) { ["aws:x"] = "y", ["z"] = null };
        Assert.StartsWith("2 validation errors detected: Value '{aws:x=y, z=}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [", Refusal(new CreateProjectRequest { ProjectName = "p", Tags = tags }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.5)]
    [InlineData(100.5)]
    public void A_float_is_held_to_its_bounds(double confidence)
    {
        var request = new CreateProjectVersionRequest
        {
            ProjectArn = Project,
            VersionName = "v",
            OutputConfig = new OutputConfig(),
            FeatureConfig = new CustomizationFeatureConfig { ContentModeration = new CustomizationFeatureContentModerationConfig { ConfidenceThreshold = confidence } },
        };
        Assert.Contains("at 'featureConfig.contentModeration.confidenceThreshold' failed", Refusal(request), StringComparison.Ordinal);
    }

    private static string Refusal(IRequest request)
    {
        var check = new ConstraintCheck();
        request.Check(check);
        var refusal = Assert.Throws<ServiceException>(check.ThrowIfViolated);
        Assert.Equal("ValidationException", refusal.Code);
        return refusal.Message;
    }
}
