#if !NETFRAMEWORK
using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using Amazon.Runtime;

namespace CustomLabels.Aws.Client;

/// <summary>Makes the client's one HttpClient, which the SDK disposes with the client. The proxy is .NET's default: the system's or the environment's.</summary>
internal sealed class ConnectionFactory : HttpClientFactory
{
    private readonly TimeSpan _connectTimeout;

    public ConnectionFactory(TimeSpan connectTimeout) => _connectTimeout = connectTimeout;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // .NET goes on connecting, for the pool, when the request that wanted the connection has given up.
            ConnectTimeout = _connectTimeout,
        };

        // The exchange has the clock: a limit on the whole request would end large uploads that do move.
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
#endif
