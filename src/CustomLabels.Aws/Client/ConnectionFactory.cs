#if !NETFRAMEWORK
using System;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using Amazon.Runtime;
using CustomLabels.Aws.Settings;
using CustomLabels.Aws.Tls;

namespace CustomLabels.Aws.Client;

/// <summary>Makes HttpClients that connect, and trust, as they are told; the caller disposes them.</summary>
internal sealed class ConnectionFactory : HttpClientFactory
{
    private readonly Connection _connection;
    private readonly TimeSpan _limit;

    /// <param name="connection">How to connect.</param>
    /// <param name="limit">The longest that a request may take.</param>
    public ConnectionFactory(Connection connection, TimeSpan limit)
    {
        _connection = connection;
        _limit = limit;
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => Create();

    /// <summary>An HttpClient with connections of its own.</summary>
    public HttpClient Create()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // .NET goes on connecting, for the pool, when the request that wanted the connection has given up.
            ConnectTimeout = _connection.Timeouts.Connect,
            Proxy = _connection.Proxy,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    _connection.Trust.Refusal(certificate, chain, errors) is { } refusal ? throw new CertificateRefusedException(refusal) : true,
            },
        };

        return new HttpClient(handler, disposeHandler: true) { Timeout = _limit };
    }
}
#endif
