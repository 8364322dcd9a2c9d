using System;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Completion;

namespace CustomLabels.Commands;

/// <content>With what to sign, and how to connect. Credentials are the first of: nothing (NoSignRequest), keys, profile, credentials in hand, those of AWS.Tools' session,
/// the AWS SDK's own chain: the same order as AWS.Tools and the AWS CLI have. What each parameter sets stands in <see cref="Connection.ConnectionParameters"/>.</content>
public abstract partial class AwsCmdlet
{
    /// <summary>A profile of the shared config and credentials files.</summary>
    [Parameter]
    [Alias("AWSProfileName", "StoredCredentials")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
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

    /// <summary>Credentials in hand: an AWSCredentials object of any loaded AWS SDK, or a PSCredential of access key id and secret access key.
    /// Without it, what Set-AWSCredential of AWS.Tools has set in the session.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>Send requests unsigned, and look for no credentials.</summary>
    [Parameter]
    public SwitchParameter NoSignRequest { get; set; }

    /// <summary>The only region allowed. Without it, each model version's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The endpoint to use instead of the region's own.</summary>
    [Parameter]
    [ValidateNotNull]
    [EndpointUrl]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Take any certificate for the endpoint's. For tests only: nobody knows who answers.</summary>
    [Parameter]
    [Alias("NoVerifySsl")]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The path of a PEM file of the certificate authorities to trust, and no others.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CABundle { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for a connection; 0 waits for ever. Without it, 60 seconds.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for anything to move on a connection; 0 waits for ever. Without it, 60 seconds.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>The most requests for one call, such as that of an image, the first included; 1 and up. Without it, AWS_MAX_ATTEMPTS, the profile's max_attempts, or 5.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxAttempts { get; set; }
}
