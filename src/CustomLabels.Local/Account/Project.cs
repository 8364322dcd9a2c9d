using System;
using System.Collections.Generic;
using CustomLabels.Api.Protocol.Projects;

namespace CustomLabels.Local.Account;

/// <summary>A project of the account.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was, made up.</param>
/// <param name="Models">Its model versions, the latest first.</param>
internal sealed record Project(string Arn, string Name, DateTime Created, IReadOnlyList<Model> Models)
{
    /// <summary>The one kind of project there is here.</summary>
    public const string Feature = "CUSTOM_LABELS";

    /// <summary>The project as DescribeProjects gives it.</summary>
    public ProjectDescription Describe() => new() { ProjectArn = Arn, CreationTimestamp = Created, Status = "CREATED", Feature = Feature };
}
