using System;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers what is asked about model versions, and starts and stops them.</summary>
internal sealed class ModelOperations(AwsAccount account)
{
    /// <summary>Answers DescribeProjectVersions.</summary>
    public DescribeProjectVersionsResponse Describe(DescribeProjectVersionsRequest request)
    {
        // Assumed: a name that no version has is passed over, as in DescribeProjects.
        var versions = account.Describe(request.ProjectArn!, model => request.VersionNames?.Contains(model.Arn.VersionName, StringComparer.Ordinal) != false);
        var asked = $"{RekognitionOperations.DescribeProjectVersions.Name}\n{request.ProjectArn}\n{string.Join(",", request.VersionNames ?? [])}";
        var (page, nextToken) = Paging.Cut(versions, request.MaxResults, request.NextToken, asked);
        return new DescribeProjectVersionsResponse { ProjectVersionDescriptions = page, NextToken = nextToken };
    }

    /// <summary>Answers StartProjectVersion.</summary>
    public StartProjectVersionResponse Start(StartProjectVersionRequest request) =>
        new() { Status = account.Start(request.ProjectVersionArn!, request.MinInferenceUnits!.Value, request.MaxInferenceUnits) };

    /// <summary>Answers StopProjectVersion.</summary>
    public StopProjectVersionResponse Stop(StopProjectVersionRequest request) => new() { Status = account.Stop(request.ProjectVersionArn!) };
}
