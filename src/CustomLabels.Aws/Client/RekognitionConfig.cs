using System;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace CustomLabels.Aws.Client;

/// <summary>The SDK's settings for this client. What is set here is what the environment and the shared files must not change.</summary>
internal sealed class RekognitionConfig : ClientConfig
{
    private readonly string _userAgent;

    public RekognitionConfig(Uri endpoint, string region, string userAgent, Connection connection)
        : base(new FixedDefaults())
    {
        Connection = connection;
        _userAgent = $"{userAgent} {InternalSDKUtils.BuildUserAgentString("Rekognition", "")}";

        // The region is always given for signing: from a ServiceURL the SDK would guess us-east-1.
        ServiceURL = endpoint.AbsoluteUri;
        AuthenticationRegion = region;
        AuthenticationServiceName = RegionEndpointServiceName;

        AllowAutoRedirect = false;
        BufferSize = BodyStream.BufferLength;
        DisableLogging = true;
#if NETFRAMEWORK
        ConnectionLimit = int.MaxValue;
#else
        HttpClientFactory = new ConnectionFactory(connection);
#endif
    }

    public Connection Connection { get; }

    public override string ServiceVersion => "2016-06-27";

    public override string UserAgent => _userAgent;

    public override string RegionEndpointServiceName => "rekognition";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);

    private sealed class FixedDefaults : IDefaultConfigurationProvider
    {
        // The SDK's own provider obeys AWS_DEFAULTS_MODE, and asks the instance metadata for it when that says "auto".
        public IDefaultConfiguration GetDefaultConfiguration(Amazon.RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard };
    }
}
