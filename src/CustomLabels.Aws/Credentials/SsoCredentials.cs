using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SSO;
using Amazon.SSOOIDC;
using Amazon.Util;
using Amazon.Util.Internal;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role of IAM Identity Center, for the token that a sign-in has left in a file. One that has run out is renewed where that needs nobody, and is an error
/// elsewhere: the SDK's own would open a browser, and nobody may be there.</summary>
internal sealed class SsoCredentials : RefreshingAWSCredentials
{
    private readonly SSOAWSCredentials _sso;
    private readonly OwnClients _clients;

    public SsoCredentials(SSOAWSCredentials sso, OwnClients clients)
    {
        _sso = sso;
        _clients = clients;
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var nobody = new AnonymousAWSCredentials();
        var region = RegionEndpoint.GetBySystemName(_sso.Region);
        using var oidc = new AmazonSSOOIDCClient(nobody, _clients.Connected(new AmazonSSOOIDCConfig { RegionEndpoint = region }));
        using var portal = new AmazonSSOClient(nobody, _clients.Connected(new AmazonSSOConfig { RegionEndpoint = region }));

        var tokens = new SSOTokenManager(oidc, new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever()));
        var token = await tokens.GetTokenAsync(new SSOTokenManagerGetTokenOptions
        {
            Region = _sso.Region,
            StartUrl = _sso.StartUrl,
            Session = _sso.Options.SessionName,
            SupportsGettingNewToken = false,
        }).ConfigureAwait(false);

        var credentials = await ((ICoreAmazonSSO)portal)
            .CredentialsFromSsoAccessTokenAsync(_sso.AccountId, _sso.RoleName, token.AccessToken, additionalProperties: null)
            .ConfigureAwait(false);
        return credentials is SSOImmutableCredentials temporary
            ? new CredentialsRefreshState(temporary, temporary.Expiration)
            : throw new AmazonClientException("The single sign-on gave no temporary credentials.");
    }
}
