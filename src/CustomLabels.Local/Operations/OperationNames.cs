using System.Collections.Generic;
using CustomLabels.Api.Protocol.Projects;

namespace CustomLabels.Local.Operations;

/// <summary>The operations that are served.</summary>
internal static class OperationNames
{
    public const string DetectCustomLabels = "DetectCustomLabels";
    public const string DescribeProjects = DescribeProjectsRequest.Operation;
    public const string DescribeProjectVersions = DescribeProjectVersionsRequest.Operation;
    public const string StartProjectVersion = "StartProjectVersion";
    public const string StopProjectVersion = "StopProjectVersion";
    public const string TagResource = "TagResource";
    public const string UntagResource = "UntagResource";
    public const string ListTagsForResource = "ListTagsForResource";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [DetectCustomLabels, DescribeProjects, DescribeProjectVersions, StartProjectVersion, StopProjectVersion, TagResource, UntagResource, ListTagsForResource];
}
