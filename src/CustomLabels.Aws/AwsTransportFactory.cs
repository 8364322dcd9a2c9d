using System;
using System.Net;
using Amazon;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Credentials;
using CustomLabels.Aws.Settings;
using CustomLabels.Aws.Tls;

namespace CustomLabels.Aws;

/// <summary>Makes transports with the AWS SDK's credentials and SigV4 signer.</summary>
internal sealed class AwsTransportFactory : ITransportFactory
{
    // Without an address it sends everything straight.
    private static readonly WebProxy NoProxy = new();

    /// <inheritdoc/>
    /// <exception cref="CustomLabelsException">A setting is impossible (<see cref="ErrorId.RequestInvalid"/>), or the profile does not exist or the
    /// shared AWS files can't be read (<see cref="ErrorId.CredentialsMissing"/>).</exception>
    public IServiceTransport Create(ConnectionSettings settings, AwsService service, string region)
    {
        if (settings is null)
            throw new ArgumentNullException(nameof(settings));
        if (service is null)
            throw new ArgumentNullException(nameof(service));

        return Create(settings, service, region, Timeouts.Of(settings));
    }

    /// <inheritdoc/>
    public int? FindMaxAttempts(ConnectionSettings settings)
    {
        if (settings is null)
            throw new ArgumentNullException(nameof(settings));

        return Setting.Find("AWS_MAX_ATTEMPTS", SessionProfile.Of(settings, AwsService.Rekognition), "max_attempts")?.ToCount();
    }

    internal static IServiceTransport Create(ConnectionSettings settings, AwsService service, string region, Timeouts timeouts)
    {
        var profile = SessionProfile.Of(settings, service);
        var endpoint = ServiceEndpoint.Resolve(settings.EndpointUrl, service, region, profile);
        var network = new NetworkSettings(timeouts, ServerTrust.Of(settings, profile), settings.Proxy ?? ProxyPast(endpoint) ?? EnvironmentProxy.Find());
        var clients = new OwnClients(RegionEndpoint.GetBySystemName(region), profile, () => ForCredentials(network, settings, profile));
        return new AwsTransport(endpoint, service, region, settings.UserAgent, CredentialSource.From(settings, clients), network)
        {
            SessionRegion = settings.SessionRegion,
            PassedOver = profile.PassedOver,
        };
    }

    // What is given of certificates is the endpoint's, as it is for the AWS CLI: whoever trusts a test's endpoint does not thereby hand a role's keys to anybody.
    private static NetworkSettings ForCredentials(NetworkSettings network, ConnectionSettings settings, ProfileSettings profile) =>
        network with { Trust = ServerTrust.Of(settings with { CABundle = null, SkipCertificateCheck = false }, profile), Proxy = settings.Proxy ?? EnvironmentProxy.Find() };

    // HTTP_PROXY knows no exception for this machine unless NO_PROXY makes one, and a proxy elsewhere would look for the local endpoint on its own.
    private static WebProxy? ProxyPast(Uri endpoint) => endpoint.IsLoopback ? NoProxy : null;
}
