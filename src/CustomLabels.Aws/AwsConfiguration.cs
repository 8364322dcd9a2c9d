using System;
using System.Collections.Generic;
using System.Linq;
using Amazon;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Credentials;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws;

/// <summary>The SDK's partition data, and the profiles that a command would find.</summary>
internal sealed class AwsConfiguration : IAwsConfiguration
{
    // botocore 1.43.11, endpoints.json: the SDK for .NET has no list of its own by service. In how many of them Custom Labels is, AWS doesn't document.
    private static readonly HashSet<string> RekognitionRegions = new(StringComparer.Ordinal)
    {
        "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-south-2", "eu-west-1",
        "eu-west-2", "il-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-west-1", "us-west-1", "us-west-2",
    };

    /// <inheritdoc/>
    /// <remarks>Without us-east-1-regional, which is no region but an endpoint of S3.</remarks>
    public IReadOnlyList<AwsRegion> Regions { get; } = RegionEndpoint.EnumerableAllRegions
        .Where(region => !region.SystemName.EndsWith("-regional", StringComparison.Ordinal))
        .Select(region => new AwsRegion(region.SystemName, region.DisplayName, RekognitionRegions.Contains(region.SystemName)))
        .ToArray();

    /// <inheritdoc/>
    public IReadOnlyList<string> ProfileNames(string? location) => new ProfileStore(location).Names;

    /// <inheritdoc/>
    public string? ProfileRegion(string? profileName, string? location)
    {
        var region = new ProfileStore(location).Find(profileName ?? ProfileName.Default).FindText("region");
        return region is not null && Fn.IsValidHostLabel(region, allowSubDomains: false) ? region : null;
    }
}
