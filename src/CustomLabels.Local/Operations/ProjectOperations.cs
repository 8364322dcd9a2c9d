using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers what is asked about projects.</summary>
internal sealed class ProjectOperations(AwsAccount account)
{
    /// <summary>Answers DescribeProjects.</summary>
    public DescribeProjectsResponse Describe(DescribeProjectsRequest request)
    {
        // Assumed: a name that no project has is passed over. The operation has no error for it.
        IReadOnlyList<string?> features = request.Features ?? [CustomizationFeature.CustomLabels];
        var projects = features.Contains(CustomizationFeature.CustomLabels, StringComparer.Ordinal)
            ? account.DescribeProjects(project => request.ProjectNames?.Contains(project.Name, StringComparer.Ordinal) != false)
            : [];
        var asked = $"{RekognitionOperations.DescribeProjects.Name}\n{string.Join(",", features)}\n{string.Join(",", request.ProjectNames ?? [])}";
        var (page, nextToken) = Paging.Cut(projects, request.MaxResults, request.NextToken, asked);
        return new DescribeProjectsResponse { ProjectDescriptions = page, NextToken = nextToken };
    }
}
