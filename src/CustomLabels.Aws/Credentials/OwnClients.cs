using System;
#if NETFRAMEWORK
using System.Net;
#endif
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using CustomLabels.Aws.Client;
#if !NETFRAMEWORK
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;
#endif

namespace CustomLabels.Aws.Credentials;

/// <summary>Has credentials use the STS and SSO clients that lie beside this assembly, in the region that is worked in, the way that the requests go.</summary>
/// <remarks>By itself AWSSDK.Core takes the first assembly of that name in the process. Where AWS.Tools is loaded, that one belongs to another AWSSDK.Core:
/// roles and single sign-on then fail with "Assembly AWSSDK.SecurityToken could not be found or loaded".</remarks>
internal sealed class OwnClients
{
    private readonly RegionEndpoint _region;
    private readonly Func<Connection> _connect;

    /// <param name="region">The region of STS: the SDK would look for one in the instance metadata, and then take us-east-1.</param>
    /// <param name="connect">How to reach STS and SSO.</param>
    public OwnClients(RegionEndpoint region, Func<Connection> connect)
    {
        _region = region;
        _connect = connect;
    }

    /// <summary>For the SDK's own object of an IAM Identity Center profile, which must have a client to be made. Makes what the SDK would make.</summary>
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

    /// <summary>The same credentials by our own clients. (The registry can't serve roles: it does not tell whose credentials are to assume them.)</summary>
    public AWSCredentials For(AWSCredentials credentials) => credentials switch
    {
        AssumeRoleAWSCredentials role => new RoleCredentials(role, For(role.SourceCredentials), this),
        AssumeRoleWithWebIdentityCredentials role => new WebIdentityCredentials(role, this),
        SSOAWSCredentials sso => new SsoCredentials(sso, this),
        _ => credentials,
    };

    /// <summary>A client of STS.</summary>
    public AmazonSecurityTokenServiceClient Sts(AWSCredentials credentials) =>
        new(credentials, Connected(new AmazonSecurityTokenServiceConfig { RegionEndpoint = _region }));

    /// <summary>Has a client go the way that the requests go: by their proxy, with their patience and trust.</summary>
    /// <remarks>On .NET Framework the SDK takes no connections of ours, and no proxy but a <c>WebProxy</c>; certificates are the machine's to judge there.</remarks>
    public T Connected<T>(T config)
        where T : ClientConfig
    {
        var connection = _connect();
#if NETFRAMEWORK
        config.Timeout = connection.Timeouts.Read;
        if (connection.Proxy is WebProxy proxy)
            config.SetWebProxy(proxy);
#else
        config.HttpClientFactory = new ConnectionFactory(connection);
#endif
        return config;
    }
}
