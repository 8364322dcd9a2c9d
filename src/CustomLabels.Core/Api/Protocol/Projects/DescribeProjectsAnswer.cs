using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>An answer to DescribeProjects: one page.</summary>
/// <param name="ProjectDescriptions">The projects.</param>
/// <param name="NextToken">What asks for the next page; null on the last.</param>
public sealed record DescribeProjectsAnswer(IReadOnlyList<ProjectDescription> ProjectDescriptions, string? NextToken)
{
    /// <summary>Reads an answer as a client does.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="FormatException">The body is not such an answer.</exception>
    public static DescribeProjectsAnswer Read(ReadOnlyMemory<byte> body) => BodyJson.ReadAnswer(body, DescribeProjectsRequest.Operation, root =>
        new DescribeProjectsAnswer(root.Items(nameof(ProjectDescriptions)).Select(ProjectDescription.Read).ToArray(), root.Text(nameof(NextToken))));

    /// <summary>The answer's body.</summary>
    public byte[] Write() => BodyJson.Write(json =>
    {
        json.WriteStartArray(nameof(ProjectDescriptions));
        foreach (var project in ProjectDescriptions) project.Write(json);
        json.WriteEndArray();
        json.WriteText(nameof(NextToken), NextToken);
    });
}
