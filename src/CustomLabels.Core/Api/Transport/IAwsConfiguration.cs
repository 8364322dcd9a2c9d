using System.Collections.Generic;

namespace CustomLabels.Api.Transport;

/// <summary>What the AWS SDK knows without asking anybody: its regions, and the profiles of this machine.</summary>
internal interface IAwsConfiguration
{
    /// <summary>All regions of all partitions.</summary>
    IReadOnlyList<AwsRegion> Regions { get; }

    /// <summary>The names of the profiles in the shared config and credentials files and, on Windows, in the SDK's own store.</summary>
    /// <param name="location">Another credentials file to look in, with the file <c>config</c> beside it; null means the usual places.</param>
    IReadOnlyList<string> ProfileNames(string? location);

    /// <summary>The region of a profile; null when it has none, or there is no such profile.</summary>
    /// <param name="profileName">Its name; null is <c>AWS_PROFILE</c>, else <c>default</c>.</param>
    /// <param name="location">As for <see cref="ProfileNames"/>.</param>
    string? ProfileRegion(string? profileName, string? location);
}
