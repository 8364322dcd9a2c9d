using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role assumed with other credentials.</summary>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    private readonly AssumeRoleAWSCredentials _role;
    private readonly AWSCredentials _source;
    private readonly OwnClients _clients;

    public RoleCredentials(AssumeRoleAWSCredentials role, AWSCredentials source, OwnClients clients)
    {
        _role = role;
        _source = source;
        _clients = clients;
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var sts = _clients.Sts(_source);
        var credentials = await ((ICoreAmazonSTS)sts)
            .CredentialsFromAssumeRoleAuthenticationAsync(_role.RoleArn, _role.RoleSessionName, _role.Options)
            .ConfigureAwait(false);
        return new CredentialsRefreshState(credentials, credentials.Expiration);
    }
}
