using System;
using System.Collections.Generic;
using System.Globalization;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;

namespace CustomLabels;

/// <summary>A model version of the account, as DescribeProjectVersions gives it; null is what the service left out.</summary>
/// <remarks>Its project's ARN is not among the members: the service doesn't say it, and nothing that changes a project may bind from a model.</remarks>
public sealed record Model
{
    // The most that a TimeSpan holds; no training takes longer.
    private const long MostSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    private Model(ProjectVersionArn arn) => Arn = arn;

    /// <summary>The version's ARN.</summary>
    public string ProjectVersionArn => Arn.Text;

    /// <summary>The name: project, slash, version.</summary>
    public string Name => $"{ProjectName}/{VersionName}";

    /// <summary>The project's name.</summary>
    public string ProjectName => Arn.ProjectName;

    /// <summary>The version's name.</summary>
    public string VersionName => Arn.VersionName;

    /// <summary>The status, in the service's word, such as <c>RUNNING</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The status for people; of one that failed, why.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>Least inference units of the present run; 1 and up. Whether the service keeps those of the last run it doesn't say.</summary>
    public int? MinInferenceUnits { get; init; }

    /// <summary>Most inference units of that run; null when it doesn't scale.</summary>
    public int? MaxInferenceUnits { get; init; }

    /// <summary>About what an hour costs now, in the currency of the price: the least inference units times the price of one. 0 unless it is RUNNING or STARTING.</summary>
    /// <remarks>AWS doesn't say whether the time from STARTING to RUNNING is paid for. A model that scales costs more while it has more units.</remarks>
    public decimal HourlyCost { get; init; }

    /// <summary>The lease that holds it the longest: this module started it, on this machine, and until when; null without one.</summary>
    public ModelLease? Lease { get; init; }

    /// <summary>The F1 score over the test images, 0 to 1; null unless training succeeded.</summary>
    public double? F1Score { get; init; }

    /// <summary>When training began, UTC.</summary>
    public DateTime? CreationTimestamp { get; init; }

    /// <summary>When training ended, UTC.</summary>
    public DateTime? TrainingEndTimestamp { get; init; }

    /// <summary>The training time that is paid for; null unless training succeeded.</summary>
    public TimeSpan? BillableTrainingTime { get; init; }

    /// <summary>Where training wrote its files: <c>s3://bucket/prefix</c>.</summary>
    public string? OutputUri { get; init; }

    /// <summary>The summary of the evaluation: an <c>s3://</c> URI; null unless training succeeded.</summary>
    public string? EvaluationUri { get; init; }

    /// <summary>The summary of what was wrong with the manifests: an <c>s3://</c> URI.</summary>
    public string? ManifestSummaryUri { get; init; }

    /// <summary>The manifest that it was trained with: an <c>s3://</c> URI.</summary>
    public string? TrainingManifestUri { get; init; }

    /// <summary>The manifest of the test images with what the model found in each: an <c>s3://</c> URI; null unless training succeeded.</summary>
    public string? TestingManifestUri { get; init; }

    /// <summary>The version that it was copied from; null unless it is a copy.</summary>
    public string? SourceProjectVersionArn { get; init; }

    /// <summary>The description that it was given.</summary>
    public string? VersionDescription { get; init; }

    /// <summary>The key that encrypts its training images and files.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>The kind of model: <c>CUSTOM_LABELS</c> or <c>CONTENT_MODERATION</c>; null means the former.</summary>
    public string? Feature { get; init; }

    /// <summary>The base model's version.</summary>
    public string? BaseModelVersion { get; init; }

    /// <summary>The ARN, taken apart.</summary>
    internal ProjectVersionArn Arn { get; }

    /// <summary>In which order people want models: 0 RUNNING, 1 STARTING, 2 those that can be started or soon can be, 3 any other, 4 those that failed in training or copying or are being deleted.</summary>
    internal int Rank => Status switch
    {
        ProjectVersionStatus.Running => 0,
        ProjectVersionStatus.Starting => 1,
        ProjectVersionStatus.Stopped or ProjectVersionStatus.Stopping or ProjectVersionStatus.TrainingCompleted or ProjectVersionStatus.CopyingCompleted => 2,
        ProjectVersionStatus.TrainingFailed or ProjectVersionStatus.CopyingFailed or ProjectVersionStatus.Deleting => 4,
        _ => 3,
    };

    /// <summary>The ARN.</summary>
    public override string ToString() => ProjectVersionArn;

    /// <summary>A model from its description; null where the ARN is not valid: nothing could be done with such a model.</summary>
    internal static Model? Of(ProjectVersionDescription description) => Arns.ProjectVersionArn.TryParse(description.ProjectVersionArn) is not { } arn ? null : new Model(arn)
    {
        Status = description.Status,
        StatusMessage = description.StatusMessage,
        MinInferenceUnits = description.MinInferenceUnits,
        MaxInferenceUnits = description.MaxInferenceUnits,
        F1Score = description.EvaluationResult?.F1Score,
        CreationTimestamp = description.CreationTimestamp,
        TrainingEndTimestamp = description.TrainingEndTimestamp,
        BillableTrainingTime = description.BillableTrainingTimeInSeconds is >= 0 and <= MostSeconds and { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        OutputUri = description.OutputConfig is { S3Bucket: { } bucket } output ? $"s3://{bucket}/{output.S3KeyPrefix}" : null,
        EvaluationUri = S3Uri(description.EvaluationResult?.Summary?.S3Object),
        ManifestSummaryUri = S3Uri(description.ManifestSummary?.S3Object),
        TrainingManifestUri = S3Uri(Manifest(description.TrainingDataResult?.Input?.Assets)),
        TestingManifestUri = S3Uri(Manifest(description.TestingDataResult?.Output?.Assets)),
        SourceProjectVersionArn = description.SourceProjectVersionArn,
        VersionDescription = description.VersionDescription,
        KmsKeyId = description.KmsKeyId,
        Feature = description.Feature,
        BaseModelVersion = description.BaseModelVersion,
    };

    /// <summary>A copy with its cost.</summary>
    /// <param name="pricePerUnitHour">The price of an inference unit and hour.</param>
    internal Model Priced(decimal pricePerUnitHour) => this with { HourlyCost = Status is ProjectVersionStatus.Running or ProjectVersionStatus.Starting ? pricePerUnitHour * Math.Max(1, MinInferenceUnits ?? 1) : 0 };

    /// <summary>Status, inference units and creation date, safe to print.</summary>
    internal string Summary()
    {
        var summary = VisibleText.Of(Status ?? "status unknown");
        if (MinInferenceUnits is { } units) summary += $", {Units(units, MaxInferenceUnits)}";
        if (CreationTimestamp is { } created) summary += created.ToString("', created 'yyyy-MM-dd", CultureInfo.InvariantCulture);
        return summary;
    }

    private static string Units(int least, int? most)
    {
        var range = most is { } limit && limit != least ? $"{least} to {limit}" : $"{least}";
        return range == "1" ? "1 inference unit" : $"{range} inference units";
    }

    private static S3Object? Manifest(IReadOnlyList<Asset?>? assets) => assets is { Count: > 0 } ? assets[0]?.GroundTruthManifest?.S3Object : null;

    private static string? S3Uri(S3Object? source) => source is null ? null : $"s3://{source.Bucket}/{source.Name}";
}
