using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;

namespace CustomLabels;

/// <summary>A project of the account, as DescribeProjects gives it; null is what the service left out.</summary>
public sealed record Project
{
    private Project(ProjectArn arn) => Arn = arn;

    /// <summary>The project's ARN. It ends in a number of its own, so it can't be cut out of a version's.</summary>
    public string ProjectArn => Arn.Text;

    /// <summary>The project's name.</summary>
    public string Name => Arn.Name;

    /// <summary>The status: <c>CREATING</c>, <c>CREATED</c> or <c>DELETING</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime? CreationTimestamp { get; init; }

    /// <summary>The kind of its models: <c>CUSTOM_LABELS</c> or <c>CONTENT_MODERATION</c>; null means the former.</summary>
    public string? Feature { get; init; }

    /// <summary>Its datasets: at most one to train with and one to test with.</summary>
    public IReadOnlyList<ProjectDataset> Datasets { get; init; } = [];

    /// <summary>The ARN, taken apart.</summary>
    internal ProjectArn Arn { get; }

    /// <summary>The ARN.</summary>
    public override string ToString() => ProjectArn;

    /// <summary>A project from its description; null where the ARN is not valid: nothing could be done with such a project.</summary>
    internal static Project? Of(ProjectDescription description) => Arns.ProjectArn.TryParse(description.ProjectArn) is not { } arn ? null : new Project(arn)
    {
        Status = description.Status,
        CreationTimestamp = description.CreationTimestamp,
        Feature = description.Feature,
        Datasets = Array.AsReadOnly((description.Datasets ?? []).OfType<DatasetMetadata>().Select(ProjectDataset.Of).ToArray()),
    };
}
