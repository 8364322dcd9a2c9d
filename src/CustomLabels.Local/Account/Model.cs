using System;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Account;

/// <summary>A model version of the account.</summary>
/// <param name="Arn">Its name.</param>
/// <param name="ProjectArn">Its project.</param>
/// <param name="Created">When it was, made up.</param>
/// <param name="Manifest">Full path of its manifest; null where only a journal has it.</param>
/// <param name="Journal">Full path of the journal that has answers of its; null where none has.</param>
/// <param name="Images">Its labelled data.</param>
/// <param name="AssumedThreshold">Confidence, 0 to 100, below which labels are left out of answers without MinConfidence.</param>
/// <param name="FailedLineCount">Lines of its manifest that only record that labelling failed.</param>
/// <param name="Training">What is told of its training.</param>
/// <param name="Lifecycle">Its status; only under the account's lock.</param>
internal sealed record Model(
    ProjectVersionArn Arn, string ProjectArn, DateTime Created, string? Manifest, string? Journal, LabelledImages Images, double AssumedThreshold, int FailedLineCount, TrainingRecord Training, ModelLifecycle Lifecycle)
{
    /// <summary>Full path of its images' folder; null without a manifest.</summary>
    public string? ImageRoot => Manifest is null ? null : Images.Folder;

    /// <summary>What is in its manifest. Lines that only record that labelling failed are those with an error.</summary>
    public DatasetStats DatasetStats => new()
    {
        LabeledEntries = Images.LabelledCount,
        TotalEntries = Images.Count + FailedLineCount,
        TotalLabels = Images.LabelCount,
        ErrorEntries = FailedLineCount,
    };

    /// <summary>The model as of now.</summary>
    public LocalModelState StateAt(TimeSpan now) => new()
    {
        ProjectArn = ProjectArn,
        ProjectVersionArn = Arn.Text,
        ProjectName = Arn.ProjectName,
        VersionName = Arn.VersionName,
        Status = Lifecycle.StatusAt(now),
        MinInferenceUnits = Lifecycle.MinUnits,
        MaxInferenceUnits = Lifecycle.MaxUnits,
        InferenceUnits = Lifecycle.UnitsAt(now),
        RunningHours = Lifecycle.HoursAt(now),
        InferenceHours = Lifecycle.UnitHoursAt(now),
        Manifest = Manifest,
        Journal = Journal,
        ImageRoot = ImageRoot,
        ImageCount = Images.Count,
        FailedLineCount = FailedLineCount,
    };

    /// <summary>The model as DescribeProjectVersions gives it.</summary>
    public ProjectVersionDescription DescribeAt(TimeSpan now)
    {
        var (status, minUnits, maxUnits) = Lifecycle.SeenAt(now);

        // Assumed: a model that was never started has no units.
        var wasStarted = status is ProjectVersionStatus.Starting or ProjectVersionStatus.Running or ProjectVersionStatus.Stopping or ProjectVersionStatus.Stopped;
        return Training.AddTo(new ProjectVersionDescription
        {
            ProjectVersionArn = Arn.Text,
            CreationTimestamp = Created,
            MinInferenceUnits = wasStarted ? minUnits : null,
            MaxInferenceUnits = wasStarted ? maxUnits : null,
            Status = status,
            StatusMessage = StatusMessages.Of(status),
            Feature = CustomizationFeature.CustomLabels,
        });
    }
}
