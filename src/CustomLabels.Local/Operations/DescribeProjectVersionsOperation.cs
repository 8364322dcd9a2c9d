using System;
using System.Linq;
using CustomLabels.Api.Protocol.Projects;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers DescribeProjectVersions. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class DescribeProjectVersionsOperation : IOperation
{
    private readonly AwsAccount _account;

    /// <summary>An operation with an account.</summary>
    public DescribeProjectVersionsOperation(AwsAccount account) => _account = account;

    /// <inheritdoc/>
    public string Name => OperationNames.DescribeProjectVersions;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var request = DescribeProjectVersionsRequest.Read(body);
        var constraints = new Constraints();
        constraints.Required(request.ProjectArn is not null, "projectArn");
        constraints.Length(request.ProjectArn, "projectArn", ProjectArn.MinLength, ProjectArn.MaxLength);
        constraints.Pattern(request.ProjectArn, "projectArn", ProjectArn.Form, ProjectArn.ModelPattern);
        constraints.List(request.VersionNames, "versionNames", 1, 10, TextConstraint.Name);
        constraints.Length(request.NextToken, "nextToken", 0, Paging.TokenLimit);
        constraints.Range(request.MaxResults, "maxResults", 1, Paging.PageLimit);
        constraints.Check();

        // Assumed: a name that no version has is passed over, as in DescribeProjects.
        var versions = _account.Describe(request.ProjectArn!, model => request.VersionNames?.Contains(model.Arn.VersionName, StringComparer.Ordinal) != false);
        var asked = $"{Name}\n{request.ProjectArn}\n{string.Join(",", request.VersionNames ?? [])}";
        var (page, nextToken) = Paging.Cut(versions, request.MaxResults, request.NextToken, asked);
        return new DescribeProjectVersionsAnswer(page, nextToken).Write();
    }
}
