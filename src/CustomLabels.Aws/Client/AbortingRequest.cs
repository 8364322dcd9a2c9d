#if NETFRAMEWORK
using System;
using System.Threading;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CustomLabels.Aws.Client;

/// <summary>A request that its token ends at any time. The SDK's own can't be ended while a write of the body is stuck.</summary>
internal sealed class AbortingRequest : HttpRequest
{
    private CancellationTokenRegistration _registration;

    public AbortingRequest(Uri requestUri)
        : base(requestUri)
    {
    }

    public override void ConfigureRequest(IRequestContext requestContext)
    {
        base.ConfigureRequest(requestContext);
        _registration = requestContext.CancellationToken.Register(Request.Abort);
    }

    protected override void Dispose(bool disposing)
    {
        _registration.Dispose();
        base.Dispose(disposing);
    }
}
#endif
