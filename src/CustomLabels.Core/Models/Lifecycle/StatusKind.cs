using CustomLabels.Api.Generated;

namespace CustomLabels.Models.Lifecycle;

/// <summary>What a model's status means for who starts, stops or waits for it.</summary>
/// <remarks>The service documents no table of them; this one is of what its console offers, its guide says and its samples do. A status that is not known is none of these: it is tried.</remarks>
internal static class StatusKind
{
    /// <summary>Whether it runs, or soon will: it is billed for, or soon will be.</summary>
    public static bool IsOn(string? status) => status is ProjectVersionStatus.Running or ProjectVersionStatus.Starting;

    /// <summary>Whether it becomes another one by itself.</summary>
    public static bool IsUnderWay(string? status) => IsLong(status) || status is ProjectVersionStatus.Starting or ProjectVersionStatus.Stopping or ProjectVersionStatus.Deleting;

    /// <summary>Whether it may last a day: training takes up to 24 hours.</summary>
    public static bool IsLong(string? status) => status is ProjectVersionStatus.TrainingInProgress or ProjectVersionStatus.CopyingInProgress;

    /// <summary>Whether something went wrong, of which the status message tells.</summary>
    public static bool IsFailure(string? status) => status is ProjectVersionStatus.Failed or ProjectVersionStatus.TrainingFailed or ProjectVersionStatus.CopyingFailed;

    /// <summary>Whether it can't be started, now or ever. A model that is FAILED may be tried again.</summary>
    public static bool RulesOutStart(string? status) => IsLong(status) || status is ProjectVersionStatus.Deleting or ProjectVersionStatus.TrainingFailed or ProjectVersionStatus.CopyingFailed
        or ProjectVersionStatus.Deprecated or ProjectVersionStatus.Expired;
}
