using System.Management.Automation;

namespace CustomLabels.Commands;

/// <content>Whose requests are answered: anybody's that are signed, those of one pair of keys, or all.</content>
public sealed partial class StartRKLocalEndpointCommand
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

    /// <summary>The options that these parameters are.</summary>
    private LocalEndpointOptions SigningOptions() => new()
    {
        AllowUnsigned = AllowUnsigned,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
    };
}
