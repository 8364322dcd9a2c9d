using System;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;

namespace CustomLabels.Local.Account;

/// <summary>What DescribeProjectVersions says of a version's training. Made up, as nothing is trained here: times, and files that nobody has written.</summary>
/// <remarks>Names of the files: Custom Labels guide, "Understanding the manifest summary" and "Accessing the summary file and evaluation manifest snapshot".</remarks>
/// <param name="arn">The version.</param>
/// <param name="created">When training began, UTC.</param>
/// <param name="bucket">The bucket that the manifest and its images are in.</param>
/// <param name="manifestKey">The manifest's key in it; null without a manifest.</param>
internal sealed class TrainingRecord(ProjectVersionArn arn, DateTime created, string bucket, string? manifestKey)
{
    // The shortest that the guide speaks of (30 minutes to 24 hours), and a little more.
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(45);

    // Of a model that answers exactly what its manifest says.
    private const double F1Score = 1;

    private readonly string _prefix = $"evaluation/{arn.ProjectName}/{arn.VersionName}";

    /// <summary>Adds to a description what there is in its status.</summary>
    public ProjectVersionDescription AddTo(ProjectVersionDescription description)
    {
        var isFinished = description.Status is not (ProjectVersionStatus.TrainingInProgress or ProjectVersionStatus.CopyingInProgress or ProjectVersionStatus.CopyingFailed);
        var isTrained = isFinished && description.Status != ProjectVersionStatus.TrainingFailed;
        return description with
        {
            OutputConfig = new OutputConfig { S3Bucket = bucket, S3KeyPrefix = _prefix },
            TrainingEndTimestamp = isFinished ? created + Duration : null,
            BillableTrainingTimeInSeconds = isTrained ? (long)Duration.TotalSeconds : null,
            EvaluationResult = isTrained
                ? new EvaluationResult { F1Score = F1Score, Summary = new Summary { S3Object = Written($"EvaluationSummary-{arn.ProjectName}-{arn.VersionName}.json") } }
                : null,
            ManifestSummary = isFinished ? new GroundTruthManifest { S3Object = Written("manifest_summary.json") } : null,
            TrainingDataResult = new TrainingDataResult
            {
                Input = manifestKey is null ? null : new TrainingData { Assets = [Asset(new S3Object { Bucket = bucket, Name = manifestKey })] },
                Output = isTrained ? new TrainingData { Assets = [Asset(Written("training_manifest.json"))] } : null,
                Validation = isFinished ? new ValidationData { Assets = [Asset(Written("training_manifest_with_validation.json"))] } : null,
            },
            TestingDataResult = new TestingDataResult
            {
                Input = new TestingData { AutoCreate = true },
                Output = isTrained ? new TestingData { Assets = [Asset(Written("testing_manifest.json"))], AutoCreate = true } : null,
                Validation = isFinished ? new ValidationData { Assets = [Asset(Written("testing_manifest_with_validation.json"))] } : null,
            },
        };
    }

    private S3Object Written(string file) => new() { Bucket = bucket, Name = $"{_prefix}/{file}" };

    private static Asset Asset(S3Object source) => new() { GroundTruthManifest = new GroundTruthManifest { S3Object = source } };
}
