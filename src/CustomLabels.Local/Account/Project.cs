using System;
using System.Collections.Generic;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;

namespace CustomLabels.Local.Account;

/// <summary>A project of the account.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was, made up.</param>
/// <param name="Models">Its model versions, the latest first.</param>
/// <param name="Dataset">Its dataset; null where no version has a manifest.</param>
internal sealed record Project(string Arn, string Name, DateTime Created, IReadOnlyList<Model> Models, Dataset? Dataset)
{
    // How much older they are than the first version, made up.
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan DatasetAge = TimeSpan.FromMinutes(15);

    /// <summary>The project of some versions.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="models">Its versions, the earliest first.</param>
    public static Project Of(string arn, Model[] models)
    {
        var first = models[0];
        var dataset = Array.FindLast(models, model => model.Manifest is not null) is { } labelled
            ? new Dataset($"{arn.Substring(0, arn.LastIndexOf('/'))}/dataset/train/{ArnStamp.Dataset}", first.Created - DatasetAge, labelled)
            : null;
        Array.Reverse(models);
        return new Project(arn, first.Arn.ProjectName, first.Created - Age, models, dataset);
    }

    /// <summary>The ARN of a version's project.</summary>
    public static string ArnOf(ProjectVersionArn version) => $"{version.Text.Substring(0, version.Text.IndexOf("/version/", StringComparison.Ordinal))}/{ArnStamp.Project}";

    /// <summary>The project as DescribeProjects gives it.</summary>
    public ProjectDescription Describe() => new()
    {
        ProjectArn = Arn,
        CreationTimestamp = Created,
        Status = ProjectStatus.Created,
        Datasets = Dataset is null ? [] : [Dataset.Summarize()],
        Feature = CustomizationFeature.CustomLabels,
    };
}
