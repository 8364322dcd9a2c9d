using System.Management.Automation;
using CustomLabels.Completion;
using CustomLabels.Service;
using CustomLabels.Session;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that signs requests: with what. The first of: nothing (NoSignRequest), keys, profile, credentials in hand, those of AWS.Tools' session, the
/// AWS SDK's own chain. The same order as AWS.Tools and the AWS CLI have.</summary>
public abstract class CredentialCmdlet : ImageCmdlet
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

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BoundKeys.Forget(MyInvocation);
    }

    /// <summary>What to sign with.</summary>
    /// <exception cref="DetectionException">The credentials in hand are none.</exception>
    private protected ConnectionSettings Credentials()
    {
        var settings = new ConnectionSettings
        {
            ProfileName = ProfileName,
            ProfileLocation = FullPath(nameof(ProfileLocation), ProfileLocation),
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            NoSignRequest = NoSignRequest,
            SessionRegion = AwsToolsSession.Region(SessionState),
        };
        return settings with { Credential = InHand(settings) };
    }

    /// <summary>A file that a parameter names.</summary>
    /// <exception cref="DetectionException">It is not in the file system.</exception>
    private protected string? FullPath(string parameter, string? path) =>
        path is null ? null : PathResolver.FullPath(SessionState, path, reason => new DetectionException(InputErrors.PathUnusable(parameter, path, reason)));

    private ICredentialProvider? InHand(ConnectionSettings settings) =>
        Credential is not null ? CredentialObject.Read(Credential, "-Credential") : settings.NamesCredentials ? null : AwsToolsSession.Credentials(SessionState);
}
