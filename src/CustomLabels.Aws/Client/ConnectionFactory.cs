#if !NETFRAMEWORK
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Threading;
using Amazon.Runtime;
using CustomLabels.Aws.Settings;
using CustomLabels.Aws.Tls;

namespace CustomLabels.Aws.Client;

/// <summary>Makes the client's one HttpClient, which the SDK disposes with the client.</summary>
internal sealed class ConnectionFactory : HttpClientFactory
{
    private readonly Connection _connection;

    public ConnectionFactory(Connection connection) => _connection = connection;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // .NET goes on connecting, for the pool, when the request that wanted the connection has given up.
            ConnectTimeout = _connection.Timeouts.Connect,
            // Null is .NET's default: the system's or the environment's.
            Proxy = _connection.Proxy,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    _connection.Trust.Refusal(certificate, chain, errors) is { } refusal ? throw new CertificateRefusedException(refusal) : true,
            },
        };

        // The exchange has the clock: a limit on the whole request would end large uploads that do move.
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
#endif
