using System;
using System.Text.Json;
using CustomLabels.Arns;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>A model version as DescribeProjectVersions gives it, without the locations of its data; null is what the service left out. Its name is in the ARN.</summary>
public sealed record ProjectVersionDescription
{
    /// <summary>The version's ARN.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>When its training started, UTC.</summary>
    public DateTime? CreationTimestamp { get; init; }

    /// <summary>Least inference units, 1 and up.</summary>
    public long? MinInferenceUnits { get; init; }

    /// <summary>One of <see cref="ModelStatus"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The same for people.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>How long its training took, in seconds billed.</summary>
    public long? BillableTrainingTimeInSeconds { get; init; }

    /// <summary>When its training ended, UTC.</summary>
    public DateTime? TrainingEndTimestamp { get; init; }

    /// <summary>Most inference units, 1 and up; null when it doesn't scale.</summary>
    public long? MaxInferenceUnits { get; init; }

    /// <summary>CUSTOM_LABELS or CONTENT_MODERATION.</summary>
    public string? Feature { get; init; }

    internal static ProjectVersionDescription Read(JsonElement version) => new()
    {
        ProjectVersionArn = version.Text(nameof(ProjectVersionArn)),
        CreationTimestamp = version.Time(nameof(CreationTimestamp)),
        MinInferenceUnits = version.Whole(nameof(MinInferenceUnits)),
        Status = version.Text(nameof(Status)),
        StatusMessage = version.Text(nameof(StatusMessage)),
        BillableTrainingTimeInSeconds = version.Whole(nameof(BillableTrainingTimeInSeconds)),
        TrainingEndTimestamp = version.Time(nameof(TrainingEndTimestamp)),
        MaxInferenceUnits = version.Whole(nameof(MaxInferenceUnits)),
        Feature = version.Text(nameof(Feature)),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteText(nameof(ProjectVersionArn), ProjectVersionArn);
        json.WriteTime(nameof(CreationTimestamp), CreationTimestamp);
        json.WriteWhole(nameof(MinInferenceUnits), MinInferenceUnits);
        json.WriteText(nameof(Status), Status);
        json.WriteText(nameof(StatusMessage), StatusMessage);
        json.WriteWhole(nameof(BillableTrainingTimeInSeconds), BillableTrainingTimeInSeconds);
        json.WriteTime(nameof(TrainingEndTimestamp), TrainingEndTimestamp);
        json.WriteWhole(nameof(MaxInferenceUnits), MaxInferenceUnits);
        json.WriteText(nameof(Feature), Feature);
        json.WriteEndObject();
    }
}
