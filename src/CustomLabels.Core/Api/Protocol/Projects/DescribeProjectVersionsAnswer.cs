using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>An answer to DescribeProjectVersions: one page.</summary>
/// <param name="ProjectVersionDescriptions">The versions, the latest first.</param>
/// <param name="NextToken">What asks for the next page; null on the last.</param>
public sealed record DescribeProjectVersionsAnswer(IReadOnlyList<ProjectVersionDescription> ProjectVersionDescriptions, string? NextToken)
{
    /// <summary>Reads an answer as a client does.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="FormatException">The body is not such an answer.</exception>
    public static DescribeProjectVersionsAnswer Read(ReadOnlyMemory<byte> body) => BodyJson.ReadAnswer(body, DescribeProjectVersionsRequest.Operation, root =>
        new DescribeProjectVersionsAnswer(root.Items(nameof(ProjectVersionDescriptions)).Select(ProjectVersionDescription.Read).ToArray(), root.Text(nameof(NextToken))));

    /// <summary>The answer's body.</summary>
    public byte[] Write() => BodyJson.Write(json =>
    {
        json.WriteStartArray(nameof(ProjectVersionDescriptions));
        foreach (var version in ProjectVersionDescriptions) version.Write(json);
        json.WriteEndArray();
        json.WriteText(nameof(NextToken), NextToken);
    });
}
