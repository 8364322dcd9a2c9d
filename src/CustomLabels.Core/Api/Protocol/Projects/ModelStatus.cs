using System;
using System.Collections.Generic;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>The statuses of a model version, complete (botocore model rekognition/2016-06-27, <c>ProjectVersionStatus</c>).</summary>
public static class ModelStatus
{
    /// <summary>Being trained.</summary>
    public const string TrainingInProgress = "TRAINING_IN_PROGRESS";

    /// <summary>Trained, never started.</summary>
    public const string TrainingCompleted = "TRAINING_COMPLETED";

    /// <summary>Not trained after all.</summary>
    public const string TrainingFailed = "TRAINING_FAILED";

    /// <summary>Being started.</summary>
    public const string Starting = "STARTING";

    /// <summary>Answers, and costs.</summary>
    public const string Running = "RUNNING";

    /// <summary>Could not be started.</summary>
    public const string Failed = "FAILED";

    /// <summary>Being stopped.</summary>
    public const string Stopping = "STOPPING";

    /// <summary>Was stopped.</summary>
    public const string Stopped = "STOPPED";

    /// <summary>Being deleted.</summary>
    public const string Deleting = "DELETING";

    /// <summary>Being copied.</summary>
    public const string CopyingInProgress = "COPYING_IN_PROGRESS";

    /// <summary>A copy, never started.</summary>
    public const string CopyingCompleted = "COPYING_COMPLETED";

    /// <summary>Not copied after all.</summary>
    public const string CopyingFailed = "COPYING_FAILED";

    /// <summary>To be retrained soon; adapters only.</summary>
    public const string Deprecated = "DEPRECATED";

    /// <summary>To be retrained; adapters only.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = Array.AsReadOnly(
    [
        TrainingInProgress, TrainingCompleted, TrainingFailed, Starting, Running, Failed, Stopping, Stopped, Deleting,
        CopyingInProgress, CopyingCompleted, CopyingFailed, Deprecated, Expired,
    ]);
}
