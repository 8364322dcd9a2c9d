using CustomLabels.Api.Generated;

namespace CustomLabels.Local.Account;

/// <summary>What DescribeProjectVersions says of a status to people; of one that failed, why.</summary>
/// <remarks>
/// Those of training are the service's (AWS's sample programs and answers; of a failed one: Custom Labels guide, "Aggregated terminal manifest content errors").
/// The others are made up in its manner.
/// </remarks>
internal static class StatusMessages
{
    /// <summary>The message of a status.</summary>
    public static string Of(string status) => status switch
    {
        ProjectVersionStatus.TrainingInProgress => "The model is being trained.",
        ProjectVersionStatus.TrainingCompleted or ProjectVersionStatus.CopyingCompleted => "The model is ready to run.",
        ProjectVersionStatus.TrainingFailed => "The manifest file contains too many invalid data objects.",
        ProjectVersionStatus.Starting => "The model is being started.",
        ProjectVersionStatus.Running => "The model is running.",
        ProjectVersionStatus.Failed => "The model failed to start: an internal error occurred. Start it again.",
        ProjectVersionStatus.Stopping => "The model is being stopped.",
        ProjectVersionStatus.Stopped => "The model is stopped.",
        ProjectVersionStatus.Deleting => "The model is being deleted.",
        ProjectVersionStatus.CopyingInProgress => "The model is being copied.",
        ProjectVersionStatus.CopyingFailed => "The model could not be copied: access to the output bucket was denied.",
        ProjectVersionStatus.Deprecated => "The model's base version is deprecated: train it again.",
        _ => "The model has expired: train it again.",
    };
}
