#if NETFRAMEWORK
using System;
using System.IO;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CustomLabels.Aws.Client;

internal sealed class AbortingRequestFactory : IHttpRequestFactory<Stream>
{
    private readonly string _group = Guid.NewGuid().ToString("N");
    private readonly Connection _connection;
    private readonly Uri _endpoint;

    public AbortingRequestFactory(Connection connection, Uri endpoint)
    {
        _connection = connection;
        _endpoint = endpoint;
    }

    public IHttpRequest<Stream> CreateHttpRequest(Uri requestUri) => new AbortingRequest(requestUri, _connection, _group);

    public void Dispose() => ServicePointManager.FindServicePoint(_endpoint, _connection.Proxy ?? WebRequest.DefaultWebProxy).CloseConnectionGroup(_group);
}
#endif
