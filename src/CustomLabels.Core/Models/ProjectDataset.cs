using System;
using CustomLabels.Api.Generated;

namespace CustomLabels;

/// <summary>A dataset of a project, as DescribeProjects gives it; null is what the service left out.</summary>
public sealed record ProjectDataset
{
    /// <summary>The dataset's ARN.</summary>
    public string? DatasetArn { get; init; }

    /// <summary>What it is for: <c>TRAIN</c> or <c>TEST</c>.</summary>
    public string? DatasetType { get; init; }

    /// <summary>The status of what was done to it last, such as <c>CREATE_COMPLETE</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The same for people; of what failed, why.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>Whose fault a failure is: <c>SUCCESS</c>, <c>SERVICE_ERROR</c> (try again) or <c>CLIENT_ERROR</c> (the request was wrong).</summary>
    public string? StatusMessageCode { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime? CreationTimestamp { get; init; }

    /// <summary>The ARN.</summary>
    public override string ToString() => DatasetArn ?? "";

    internal static ProjectDataset Of(DatasetMetadata dataset) => new()
    {
        DatasetArn = dataset.DatasetArn,
        DatasetType = dataset.DatasetType,
        Status = dataset.Status,
        StatusMessage = dataset.StatusMessage,
        StatusMessageCode = dataset.StatusMessageCode,
        CreationTimestamp = dataset.CreationTimestamp,
    };
}
