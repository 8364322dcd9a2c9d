#if !NETFRAMEWORK
using System.Net;
using System.Net.Http;
using System.Net.Security;
using Amazon.Runtime;
using CustomLabels.Aws.Tls;

namespace CustomLabels.Aws.Client;

/// <summary>Makes connections that go, and trust, as they are told; the SDK's own clients take them from here too.</summary>
/// <param name="network">How to connect.</param>
internal sealed class ConnectionFactory(NetworkSettings network) : HttpClientFactory
{
    /// <summary>A pool of connections; the caller disposes it.</summary>
    public SocketsHttpHandler NewPool() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // .NET goes on connecting, for the pool, when the request that wanted the connection has given up.
        ConnectTimeout = network.Timeouts.Connect,
        Proxy = network.Proxy,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                network.Trust.Refusal(certificate, chain, errors) is { } refusal ? throw new CertificateRefusedException(refusal) : true,
        },
    };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(NewPool(), disposeHandler: true) { Timeout = network.Timeouts.Read };
}
#endif
