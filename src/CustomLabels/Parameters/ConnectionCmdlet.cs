using System;
using System.Management.Automation;
using CustomLabels.Loading;
using CustomLabels.Service;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that calls the service: how to connect. What is not given comes from the AWS SDK's own chain.</summary>
public abstract class ConnectionCmdlet : ImageCmdlet
{
    /// <summary>A profile of the shared config and credentials files.</summary>
    [Parameter]
    [Alias("AWSProfileName", "StoredCredentials")]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The path of another credentials file.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id; goes with SecretKey.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>A secret access key.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>The only region allowed. Without it, each model version's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The endpoint to use instead of the region's own.</summary>
    [Parameter]
    [ValidateNotNull]
    [EndpointUrl]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The most requests for an image, the first included; 1 and up.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The ways to the service for one run; the SDK is loaded here and not before.</summary>
    private protected TransportPool NewTransports()
    {
        var settings = new ConnectionSettings
        {
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(ProfileLocation),
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            EndpointUrl = EndpointUrl,
            UserAgent = $"CustomLabels/{MyInvocation.MyCommand.Module?.Version ?? new Version(0, 0)}",
        };
        BoundKeys.Forget(MyInvocation);
        return new TransportPool(AwsLibrary.TransportFactory, settings, Region);
    }
}
