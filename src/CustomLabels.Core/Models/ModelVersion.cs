using System;
using System.Globalization;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Arns;

namespace CustomLabels.Models;

/// <summary>A model version of the account, and what to know of it before it is used.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Description">What the service says of it.</param>
public sealed record ModelVersion(ProjectVersionArn Arn, ProjectVersionDescription Description)
{
    /// <summary>Its name for people: project and version.</summary>
    public string Name => $"{Arn.ProjectName}/{Arn.VersionName}";

    /// <summary>In which order people want models: 0 for those that answer, then those that soon will, that can be started, that may be one day, and that never will.</summary>
    internal int Rank => Description.Status switch
    {
        ModelStatus.Running => 0,
        ModelStatus.Starting => 1,
        ModelStatus.Stopped or ModelStatus.Stopping or ModelStatus.TrainingCompleted or ModelStatus.CopyingCompleted => 2,
        ModelStatus.TrainingFailed or ModelStatus.CopyingFailed or ModelStatus.Deleting => 4,
        _ => 3,
    };

    /// <summary>Status, inference units and creation date, safe to print.</summary>
    public string Summary()
    {
        var summary = VisibleText.Of(Description.Status ?? "status unknown");
        if (Description.MinInferenceUnits is { } units) summary += $", {Units(units, Description.MaxInferenceUnits)}";
        if (Description.CreationTimestamp is { } created) summary += created.ToString("', created 'yyyy-MM-dd", CultureInfo.InvariantCulture);
        return summary;
    }

    private static string Units(long least, long? most)
    {
        var range = most is { } limit && limit != least ? $"{least} to {limit}" : $"{least}";
        return range == "1" ? "1 inference unit" : $"{range} inference units";
    }
}
