using System;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SSO;
using Amazon.SSOOIDC;
using Amazon.Util;
using Amazon.Util.Internal;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role of IAM Identity Center, for the token that a sign-in has left in a file. One that has run out is renewed where that needs nobody, and is an error
/// elsewhere: the SDK's own would open a browser, and nobody may be there.</summary>
internal sealed class SsoCredentials : RefreshingAWSCredentials
{
    private readonly string _account;
    private readonly string _role;
    private readonly SSOTokenManagerGetTokenOptions _token;
    private readonly OwnClients _clients;

    /// <param name="profile">Names account, role and sign-in.</param>
    /// <param name="clients">Has the clients.</param>
    /// <exception cref="CustomLabelsException">A part is missing, or its region is not valid.</exception>
    public SsoCredentials(ProfileSettings profile, OwnClients clients)
    {
        _account = Needed(profile.Find("sso_account_id"), "sso_account_id").Value;
        _role = Needed(profile.Find("sso_role_name"), "sso_role_name").Value;
        var region = Needed(profile.FindOfSignOn("sso_region"), "sso_region");
        if (!Fn.IsValidHostLabel(region.Value, allowSubDomains: false))
            throw CredentialErrors.Missing($"{region.Source} is '{VisibleText.Of(region.Value)}', which is not the name of a region.", "Correct it: a region is named such as eu-west-1.");

        _token = new SSOTokenManagerGetTokenOptions
        {
            Region = region.Value,
            StartUrl = Needed(profile.FindOfSignOn("sso_start_url"), "sso_start_url").Value,
            Session = profile.Find("sso_session")?.Value,
            SupportsGettingNewToken = false,
        };
        _clients = clients;
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        // Named, because without a home the SDK looks in the folder that the process stands in.
        _token.CacheFolderLocation = HomeFolder.Find(".aws", "sso", "cache") ?? throw new AmazonClientException("No valid SSO Token could be found: this account has no home folder.");
        var region = RegionEndpoint.GetBySystemName(_token.Region);
        using var oidc = new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), _clients.Connected(new AmazonSSOOIDCConfig(), "sso_oidc", region));
        using var portal = new AmazonSSOClient(new AnonymousAWSCredentials(), _clients.Connected(new AmazonSSOConfig(), "sso", region));

        var tokens = new SSOTokenManager(oidc, new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever()));
        var token = Setting.Read((await tokens.GetTokenAsync(_token).ConfigureAwait(false)).AccessToken, "The access token that the sign-in has left")
            ?? throw new AmazonClientException("No valid SSO Token could be found.");

        var credentials = await ((ICoreAmazonSSO)portal).CredentialsFromSsoAccessTokenAsync(_account, _role, token.Value, additionalProperties: null).ConfigureAwait(false);
        return credentials is SSOImmutableCredentials temporary
            ? new CredentialsRefreshState(CheckedKeys.Of(temporary, "the single sign-on"), temporary.Expiration)
            : throw new AmazonClientException("The single sign-on gave no temporary credentials.");
    }

    private static Setting Needed(Setting? found, string name) => found ?? throw new AmazonClientException($"The single sign-on has no {name}.");
}
