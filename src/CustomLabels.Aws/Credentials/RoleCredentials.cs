using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role assumed with other credentials, in the region that is worked in: the SDK would look for a region in the instance metadata, and then take us-east-1.</summary>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    private readonly AssumeRoleAWSCredentials _role;
    private readonly AWSCredentials _source;
    private readonly RegionEndpoint _region;

    public RoleCredentials(AssumeRoleAWSCredentials role, AWSCredentials source, RegionEndpoint region)
    {
        _role = role;
        _source = source;
        _region = region;
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var sts = new AmazonSecurityTokenServiceClient(_source, _region);
        var credentials = await ((ICoreAmazonSTS)sts)
            .CredentialsFromAssumeRoleAuthenticationAsync(_role.RoleArn, _role.RoleSessionName, _role.Options)
            .ConfigureAwait(false);
        return new CredentialsRefreshState(credentials, credentials.Expiration);
    }
}
