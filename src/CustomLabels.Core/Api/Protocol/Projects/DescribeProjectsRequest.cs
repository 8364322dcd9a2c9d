using System;
using System.Collections.Generic;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>A DescribeProjects request; what is null is not sent.</summary>
public sealed record DescribeProjectsRequest
{
    /// <summary>The operation's name.</summary>
    public const string Operation = "DescribeProjects";

    /// <summary>Where the page before ended.</summary>
    public string? NextToken { get; init; }

    /// <summary>Most projects of an answer, 1 to 100; the service takes 100 without it.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Names, 1 to 10, of the projects to describe; null for all. A server may meet a null among them.</summary>
    public IReadOnlyList<string?>? ProjectNames { get; init; }

    /// <summary>Kinds of project, CUSTOM_LABELS or CONTENT_MODERATION; the service takes CUSTOM_LABELS without it.</summary>
    public IReadOnlyList<string?>? Features { get; init; }

    /// <summary>Reads a request as a server does.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>.</exception>
    public static DescribeProjectsRequest Read(ReadOnlySpan<byte> body) => RequestDocument.Read(body, members => new DescribeProjectsRequest
    {
        NextToken = members.Text(nameof(NextToken)),
        MaxResults = members.Whole(nameof(MaxResults)),
        ProjectNames = members.Texts(nameof(ProjectNames)),
        Features = members.Texts(nameof(Features)),
    });

    /// <summary>The request's body.</summary>
    public byte[] Write() => BodyJson.Write(json =>
    {
        json.WriteText(nameof(NextToken), NextToken);
        json.WriteWhole(nameof(MaxResults), MaxResults);
        json.WriteTexts(nameof(ProjectNames), ProjectNames);
        json.WriteTexts(nameof(Features), Features);
    });
}
