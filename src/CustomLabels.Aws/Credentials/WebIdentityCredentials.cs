using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role assumed with a token file.</summary>
internal sealed class WebIdentityCredentials : AssumeRoleWithWebIdentityCredentials
{
    private readonly OwnClients _clients;

    /// <param name="tokenFile">Full path of the file.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">A name for CloudTrail; null makes one up.</param>
    /// <param name="clients">Has the client of STS.</param>
    /// <exception cref="System.ArgumentException">The path is not a full one, or the name has a character that none has.</exception>
    public WebIdentityCredentials(string tokenFile, string roleArn, string? sessionName, OwnClients clients)
        : base(tokenFile, roleArn, sessionName) => _clients = clients;

    protected override ICoreAmazonSTS CreateClient() => _clients.Sts(new AnonymousAWSCredentials());
}
