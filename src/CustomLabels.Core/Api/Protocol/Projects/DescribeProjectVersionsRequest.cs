using System;
using System.Collections.Generic;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol.Projects;

/// <summary>A DescribeProjectVersions request; what is null is not sent.</summary>
public sealed record DescribeProjectVersionsRequest
{
    /// <summary>The operation's name.</summary>
    public const string Operation = "DescribeProjectVersions";

    /// <summary>The project's ARN, which the service requires.</summary>
    public string? ProjectArn { get; init; }

    /// <summary>Names, 1 to 10, of the versions to describe; null for all. A server may meet a null among them.</summary>
    public IReadOnlyList<string?>? VersionNames { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? NextToken { get; init; }

    /// <summary>Most versions of an answer, 1 to 100; the service takes 100 without it.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Reads a request as a server does.</summary>
    /// <param name="body">The whole body.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>.</exception>
    public static DescribeProjectVersionsRequest Read(ReadOnlySpan<byte> body) => RequestDocument.Read(body, members => new DescribeProjectVersionsRequest
    {
        ProjectArn = members.Text(nameof(ProjectArn)),
        VersionNames = members.Texts(nameof(VersionNames)),
        NextToken = members.Text(nameof(NextToken)),
        MaxResults = members.Whole(nameof(MaxResults)),
    });

    /// <summary>The request's body.</summary>
    public byte[] Write() => BodyJson.Write(json =>
    {
        json.WriteText(nameof(ProjectArn), ProjectArn);
        json.WriteTexts(nameof(VersionNames), VersionNames);
        json.WriteText(nameof(NextToken), NextToken);
        json.WriteWhole(nameof(MaxResults), MaxResults);
    });
}
