using System.Management.Automation;
using CustomLabels.Service;

namespace CustomLabels.Session;

/// <summary>The access key id as user name, the secret access key as password.</summary>
internal sealed class PSCredentialKeys(PSCredential credential, string source) : ICredentialProvider
{
    /// <inheritdoc/>
    public string Source => source;

    /// <inheritdoc/>
    /// <remarks>Windows PowerShell puts a backslash before a name without a domain; PSCredential.Empty has no name at all.</remarks>
    public AccessKeys GetKeys() => new(credential.UserName?.TrimStart('\\') ?? "", credential.GetNetworkCredential().Password, SessionToken: null);
}
