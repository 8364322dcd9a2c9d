#if NETFRAMEWORK
using System;
using System.IO;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CustomLabels.Aws.Client;

internal sealed class AbortingRequestFactory : IHttpRequestFactory<Stream>
{
    public IHttpRequest<Stream> CreateHttpRequest(Uri requestUri) => new AbortingRequest(requestUri);

    public void Dispose()
    {
    }
}
#endif
