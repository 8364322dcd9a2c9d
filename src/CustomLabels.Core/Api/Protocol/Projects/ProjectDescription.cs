using System;
using System.Text.Json;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>A project as DescribeProjects gives it; null is what the service left out. Its name is in the ARN.</summary>
public sealed record ProjectDescription
{
    /// <summary>The project's ARN. It ends in a number of its own, so it can't be cut out of a version's ARN.</summary>
    public string? ProjectArn { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime? CreationTimestamp { get; init; }

    /// <summary>CREATING, CREATED or DELETING.</summary>
    public string? Status { get; init; }

    /// <summary>CUSTOM_LABELS or CONTENT_MODERATION.</summary>
    public string? Feature { get; init; }

    internal static ProjectDescription Read(JsonElement project) => new()
    {
        ProjectArn = project.Text(nameof(ProjectArn)),
        CreationTimestamp = project.Time(nameof(CreationTimestamp)),
        Status = project.Text(nameof(Status)),
        Feature = project.Text(nameof(Feature)),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteText(nameof(ProjectArn), ProjectArn);
        json.WriteTime(nameof(CreationTimestamp), CreationTimestamp);
        json.WriteText(nameof(Status), Status);
        json.WriteText(nameof(Feature), Feature);
        json.WriteEndObject();
    }
}
