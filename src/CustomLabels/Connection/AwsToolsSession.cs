using System.Management.Automation;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>What AWS.Tools keeps in variables of the session, whatever version of it is loaded, or none any more.</summary>
/// <remarks>Set-AWSCredential and Set-DefaultAWSRegion set them in the caller's scope; a cmdlet sees those of its own caller's scope and outward.</remarks>
internal static class AwsToolsSession
{
    /// <summary>Where Set-AWSCredential keeps what it sets.</summary>
    public const string CredentialsVariable = "StoredAWSCredentials";

    private const string RegionVariable = "StoredAWSRegion";

    /// <summary>What Set-AWSCredential has set; null when nothing.</summary>
    /// <param name="session">The session of a cmdlet.</param>
    /// <exception cref="CustomLabelsException">Something else stands in the variable.</exception>
    public static ICredentialProvider? Credentials(SessionState session) =>
        session.PSVariable.GetValue(CredentialsVariable) is { } value ? CredentialObject.Read(value, $"${CredentialsVariable}") : null;

    /// <summary>What Set-DefaultAWSRegion has set, such as <c>eu-west-1</c>; null when nothing.</summary>
    /// <param name="session">The session of a cmdlet.</param>
    public static string? Region(SessionState session) =>
        session.PSVariable.GetValue(RegionVariable)?.ToString() is { Length: > 0 } region ? region : null;
}
