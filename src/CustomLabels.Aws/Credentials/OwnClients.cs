using Amazon;
using Amazon.Runtime;
#if !NETFRAMEWORK
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;
#endif

namespace CustomLabels.Aws.Credentials;

/// <summary>Has credentials use the STS and SSO clients that lie beside this assembly.</summary>
/// <remarks>By itself AWSSDK.Core takes the first assembly of that name in the process. Where AWS.Tools is loaded, that one belongs to another AWSSDK.Core:
/// roles and single sign-on then fail with "Assembly AWSSDK.SecurityToken could not be found or loaded".</remarks>
internal static class OwnClients
{
    /// <summary>For IAM Identity Center profiles. Makes what the SDK would make.</summary>
    public static void Register()
    {
        // .NET Framework has no load contexts, so there is one SDK and nothing to tell apart.
#if !NETFRAMEWORK
        GlobalRuntimeDependencyRegistry.Instance.RegisterSSOClient(static context =>
        {
            var data = context.SSOClientContextData;
            var config = new AmazonSSOConfig { RegionEndpoint = data.Region };
            if (data.ProxySettings is not null)
                config.SetWebProxy(data.ProxySettings);
            return new AmazonSSOClient(new AnonymousAWSCredentials(), config);
        });
        GlobalRuntimeDependencyRegistry.Instance.RegisterSSOOIDCClient(static context =>
        {
            var data = context.SSOOIDCClientContextData;
            var config = new AmazonSSOOIDCConfig { RegionEndpoint = data.Region };
            if (data.ProxySettings is not null)
                config.SetWebProxy(data.ProxySettings);
            return new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), config);
        });
#endif
    }

    /// <summary>The same credentials, for roles by our own STS client. (The registry can't serve roles: it does not tell whose credentials are to assume them.)</summary>
    public static AWSCredentials For(AWSCredentials credentials, RegionEndpoint region) => credentials switch
    {
        AssumeRoleAWSCredentials role => new RoleCredentials(role, For(role.SourceCredentials, region), region),
        AssumeRoleWithWebIdentityCredentials role => new WebIdentityCredentials(role, region),
        SSOAWSCredentials sso => WithoutBrowser(sso),
        _ => credentials,
    };

    // A sign-in that has run out is an error that says so: nobody may be there to make another.
    private static SSOAWSCredentials WithoutBrowser(SSOAWSCredentials sso)
    {
        sso.Options.SupportsGettingNewToken = false;
        return sso;
    }
}
