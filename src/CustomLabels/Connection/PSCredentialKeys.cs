using System.Management.Automation;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>The access key id as user name, the secret access key as password.</summary>
internal sealed class PSCredentialKeys(PSCredential credential, string source) : ICredentialProvider
{
    /// <inheritdoc/>
    public string Source => source;

    /// <inheritdoc/>
    /// <remarks>Windows PowerShell puts a backslash before a name without a domain; PSCredential.Empty has no name, and throws when it is asked.</remarks>
    public AccessKeys GetKeys() => credential == PSCredential.Empty
        ? new AccessKeys("", "", SessionToken: null)
        : new AccessKeys(credential.UserName.TrimStart('\\'), credential.GetNetworkCredential().Password, SessionToken: null);
}
