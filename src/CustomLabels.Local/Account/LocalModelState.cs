using CustomLabels.Arns;

namespace CustomLabels;

/// <summary>A model version of a <see cref="LocalEndpoint"/>, as of one moment.</summary>
public sealed record LocalModelState
{
    /// <summary>The project's ARN.</summary>
    public required string ProjectArn { get; init; }

    /// <summary>The version's ARN.</summary>
    public required string ProjectVersionArn { get; init; }

    /// <summary>The project's name.</summary>
    public required string ProjectName { get; init; }

    /// <summary>The version's name.</summary>
    public required string VersionName { get; init; }

    /// <summary>The status, in the service's word.</summary>
    public required string Status { get; init; }

    /// <summary>Least inference units of the present run, or of the last.</summary>
    public required int MinInferenceUnits { get; init; }

    /// <summary>Most inference units of that run; null for no scaling.</summary>
    public required int? MaxInferenceUnits { get; init; }

    /// <summary>Inference units in service; 0 unless it is RUNNING.</summary>
    public required int InferenceUnits { get; init; }

    /// <summary>Hours it has run in all, from RUNNING until it was told to stop.</summary>
    public required double RunningHours { get; init; }

    /// <summary>The same times the inference units in service: what AWS bills.</summary>
    public required double InferenceHours { get; init; }

    /// <summary>Full path of the manifest; null where only a journal has the model.</summary>
    public required string? Manifest { get; init; }

    /// <summary>Full path of the journal that has answers of the model's; null where none has.</summary>
    public required string? Journal { get; init; }

    /// <summary>Full path of the images' folder; null without a manifest.</summary>
    public required string? ImageRoot { get; init; }

    /// <summary>How many images the manifest names.</summary>
    public required int ImageCount { get; init; }

    /// <summary>Lines of the manifest that only record that labelling an image failed; those images are not among the others.</summary>
    public required int FailedLineCount { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{ProjectName}/{VersionName} {Status}";
}
