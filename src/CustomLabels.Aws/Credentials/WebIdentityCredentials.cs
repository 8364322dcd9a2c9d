using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role assumed with a token file.</summary>
internal sealed class WebIdentityCredentials : AssumeRoleWithWebIdentityCredentials
{
    private readonly OwnClients _clients;

    public WebIdentityCredentials(AssumeRoleWithWebIdentityCredentials role, OwnClients clients)
        : base(role.WebIdentityTokenFile, role.RoleArn, role.RoleSessionName) => _clients = clients;

    protected override ICoreAmazonSTS CreateClient() => _clients.Sts(new AnonymousAWSCredentials());
}
