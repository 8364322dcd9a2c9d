#if NETFRAMEWORK
using System;
using System.Threading;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CustomLabels.Aws.Client;

/// <summary>A request that its token ends at any time: the SDK's own can't be ended while a write of the body is stuck. And one that has its own proxy and trust:
/// ServicePointManager's belong to the whole process.</summary>
internal sealed class AbortingRequest : HttpRequest
{
    private readonly Connection _connection;
    private readonly string _group;
    private CancellationTokenRegistration _registration;

    /// <summary>A request.</summary>
    /// <param name="requestUri">Where it goes.</param>
    /// <param name="connection">How to get there.</param>
    /// <param name="group">Connections are reused within a group alone: one that was opened without looking at the certificate must serve nobody else.</param>
    public AbortingRequest(Uri requestUri, Connection connection, string group)
        : base(requestUri)
    {
        _connection = connection;
        _group = group;
    }

    public override void ConfigureRequest(IRequestContext requestContext)
    {
        base.ConfigureRequest(requestContext);
        var exchange = ((RekognitionRequest)requestContext.OriginalRequest).Exchange;
        Request.ConnectionGroupName = _group;
        Request.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            exchange.CertificateRefusal = _connection.Trust.Refusal(certificate, chain, errors);
            return exchange.CertificateRefusal is null;
        };
        if (_connection.Proxy is { } proxy)
            Request.Proxy = proxy;
        _registration = requestContext.CancellationToken.Register(Request.Abort);
    }

    protected override void Dispose(bool disposing)
    {
        _registration.Dispose();
        base.Dispose(disposing);
    }
}
#endif
