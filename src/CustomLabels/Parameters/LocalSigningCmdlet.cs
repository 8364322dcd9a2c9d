using System.Management.Automation;

namespace CustomLabels.Parameters;

/// <summary>Whose requests the local endpoint answers: anybody's that are signed, those of one pair of keys, or all.</summary>
public abstract class LocalSigningCmdlet : PSCmdlet
{
    /// <summary>Answer requests that are not signed, too.</summary>
    [Parameter]
    public SwitchParameter AllowUnsigned { get; set; }

    /// <summary>An access key id that requests must be signed with; goes with SecretKey. Without keys any signature is accepted.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret access key that requests must be signed with.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token that requests must carry.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => BoundKeys.Forget(MyInvocation);

    /// <summary>The options that these parameters are.</summary>
    private protected LocalEndpointOptions SigningOptions() => new()
    {
        AllowUnsigned = AllowUnsigned,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
    };
}
