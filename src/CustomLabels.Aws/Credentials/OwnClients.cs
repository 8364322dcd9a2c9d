using System;
#if NETFRAMEWORK
using System.Net;
#endif
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>Has credentials use the STS and SSO clients that lie beside this assembly, in the region that is worked in, the way that the requests go.</summary>
/// <remarks>By itself AWSSDK.Core takes the first assembly of that name in the process. Where AWS.Tools is loaded, that one belongs to another AWSSDK.Core:
/// roles and single sign-on then fail with "Assembly AWSSDK.SecurityToken could not be found or loaded".</remarks>
internal sealed class OwnClients
{
    private readonly RegionEndpoint _region;
    private readonly ProfileSettings _profile;
    private readonly Func<NetworkSettings> _connect;

    /// <param name="region">The region of STS: the SDK would look for one in the instance metadata, and then take us-east-1.</param>
    /// <param name="profile">May name other endpoints, or FIPS and dual-stack ones.</param>
    /// <param name="connect">How to reach STS and SSO.</param>
    public OwnClients(RegionEndpoint region, ProfileSettings profile, Func<NetworkSettings> connect)
    {
        _profile = profile;
        _region = region;
        _connect = connect;
    }

    /// <summary>A client of STS.</summary>
    public AmazonSecurityTokenServiceClient Sts(AWSCredentials credentials) => new(credentials, Connected(new AmazonSecurityTokenServiceConfig(), "sts", _region));

    /// <summary>Has a client go the way that the requests go: by their proxy, with their patience and trust; and where the environment or the profile says.</summary>
    /// <param name="config">The client's settings.</param>
    /// <param name="service">The service as it stands in a <c>services</c> section.</param>
    /// <param name="region">Its region.</param>
    /// <remarks>On .NET Framework the SDK takes no connections of ours, and no proxy but a <c>WebProxy</c>; certificates are the machine's to judge there.</remarks>
    public T Connected<T>(T config, string service, RegionEndpoint region)
        where T : ClientConfig
    {
        Decide(config);
        if (ServiceEndpoint.Find(service, _profile) is { } endpoint)
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.AbsoluteUri, region.SystemName);
        else
            (config.RegionEndpoint, config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (region, ServiceEndpoint.UsesFips(_profile), ServiceEndpoint.UsesDualStack(_profile));

        var network = _connect();
#if NETFRAMEWORK
        config.Timeout = network.Timeouts.Read;
        if (network.Proxy is WebProxy proxy)
            config.SetWebProxy(proxy);
#else
        config.HttpClientFactory = new ConnectionFactory(network);
#endif
        return config;
    }

    // What is left undecided here, the SDK looks for in the shared files, with its own reader. Not set here: what only those clients use that we don't have.
    private static void Decide(ClientConfig config)
    {
        config.IgnoreConfiguredEndpointUrls = true;
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 2;
        config.UseFIPSEndpoint = config.UseDualstackEndpoint = false;
        config.AccountIdEndpointMode = AccountIdEndpointMode.PREFERRED;
        config.AuthSchemePreference = [];
        config.SigV4aSigningRegionSet = [];
        config.DisableClockSkewCorrection = false;
        config.DisableRequestCompression = true;
        config.RequestMinCompressionSizeBytes = 0;
        config.EndpointDiscoveryEnabled = false;
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        config.ClientAppId = "";
    }
}
