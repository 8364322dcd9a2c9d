using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers DescribeProjects. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class DescribeProjectsOperation : IOperation
{
    private static readonly TextConstraint Feature = new("CONTENT_MODERATION", "CUSTOM_LABELS");

    private readonly AwsAccount _account;

    /// <summary>An operation with an account.</summary>
    public DescribeProjectsOperation(AwsAccount account) => _account = account;

    /// <inheritdoc/>
    public string Name => OperationNames.DescribeProjects;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var request = DescribeProjectsRequest.Read(body);
        var constraints = new Constraints();
        constraints.Length(request.NextToken, "nextToken", 0, Paging.TokenLimit);
        constraints.Range(request.MaxResults, "maxResults", 1, Paging.PageLimit);
        constraints.List(request.ProjectNames, "projectNames", 1, 10, TextConstraint.Name);
        constraints.List(request.Features, "features", 1, 2, Feature);
        constraints.Check();

        // Assumed: a name that no project has is passed over. The operation has no error for it.
        IReadOnlyList<string?> features = request.Features ?? [Project.Feature];
        var projects = _account.Projects.Where(project => features.Contains(Project.Feature, StringComparer.Ordinal) && request.ProjectNames?.Contains(project.Name, StringComparer.Ordinal) != false);
        var asked = $"{Name}\n{string.Join(",", features)}\n{string.Join(",", request.ProjectNames ?? [])}";
        var (page, nextToken) = Paging.Cut(projects.Select(project => project.Describe()).ToArray(), request.MaxResults, request.NextToken, asked);
        return new DescribeProjectsAnswer(page, nextToken).Write();
    }
}
