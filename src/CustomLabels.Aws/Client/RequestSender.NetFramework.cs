#if NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Client;

/// <summary>Sends requests to one endpoint over connections that are kept, and reads answers of any status as they are.</summary>
/// <remarks>On HttpWebRequest, which everything else on .NET Framework wraps: proxy and trust are each request's own, where ServicePointManager's belong to the whole process.</remarks>
internal sealed class RequestSender : IDisposable
{
    // Connections are reused within a group alone: one that was opened without looking at the certificate must serve nobody else.
    private readonly string _group = Guid.NewGuid().ToString("N");
    private readonly Uri _endpoint;
    private readonly NetworkSettings _network;

    public RequestSender(Uri endpoint, NetworkSettings network)
    {
        _endpoint = endpoint;
        _network = network;
        AllowTls12();
    }

    public async Task<HttpAnswer> SendAsync(IReadOnlyDictionary<string, string> headers, RequestBody body, Exchange exchange)
    {
        var request = NewRequest(headers, body.Length, exchange);
        // Nothing else ends a write of the body that is stuck.
        using var abort = exchange.Token.Register(request.Abort);
        using (var stream = await request.GetRequestStreamAsync().ConfigureAwait(false)) await body.SendAsync(stream).ConfigureAwait(false);

        using var response = await ResponseAsync(request).ConfigureAwait(false);
        using var answerStream = response.GetResponseStream();
        // These streams don't listen to a token.
        using var close = exchange.Token.Register(answerStream.Dispose);
        var answer = await AnswerBody.ReadAsync(answerStream, response.ContentLength, exchange).ConfigureAwait(false);
        var received = response.Headers.AllKeys.ToDictionary(name => name, name => response.Headers[name], StringComparer.OrdinalIgnoreCase);
        return new HttpAnswer((int)response.StatusCode, received, answer);
    }

    public void Dispose() => ServicePointManager.FindServicePoint(_endpoint, _network.Proxy ?? WebRequest.DefaultWebProxy).CloseConnectionGroup(_group);

    // AWS takes nothing older. Windows PowerShell runs with the defaults of .NET Framework 4.5, SSL 3.0 and TLS 1.0, unless a script or the registry says
    // otherwise, and an HttpWebRequest has no setting of its own. What the session has chosen stays; SystemDefault lets Windows choose, which knows TLS 1.2.
    private static void AllowTls12()
    {
        if (ServicePointManager.SecurityProtocol != SecurityProtocolType.SystemDefault) ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
    }

    private HttpWebRequest NewRequest(IReadOnlyDictionary<string, string> headers, long length, Exchange exchange)
    {
        var request = WebRequest.CreateHttp(_endpoint);
        request.Method = "POST";
        request.ContentLength = length;
        request.AllowWriteStreamBuffering = false;
        request.AllowAutoRedirect = false;
        request.ConnectionGroupName = _group;
        if (_network.Proxy is { } proxy) request.Proxy = proxy;
        request.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            exchange.CertificateRefusal = _network.Trust.Refusal(certificate, chain, errors);
            return exchange.CertificateRefusal is null;
        };
        // The exchange has the clock.
        request.Timeout = request.ReadWriteTimeout = Timeout.Infinite;
        request.ServicePoint.ConnectionLimit = int.MaxValue;
        request.ServicePoint.Expect100Continue = false;
        request.ServicePoint.UseNagleAlgorithm = false;
        foreach (var header in headers) Add(request, header.Key, header.Value);
        return request;
    }

    private static void Add(HttpWebRequest request, string name, string value)
    {
        // Some headers are properties alone.
        if (string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase)) request.ContentType = value;
        else if (string.Equals(name, "User-Agent", StringComparison.OrdinalIgnoreCase)) request.UserAgent = value;
        else if (!string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase)) request.Headers[name] = value;
    }

    private static async Task<HttpWebResponse> ResponseAsync(HttpWebRequest request)
    {
        try
        {
            return (HttpWebResponse)await request.GetResponseAsync().ConfigureAwait(false);
        }
        catch (WebException e) when (e.Response is HttpWebResponse response)
        {
            return response;
        }
    }
}
#endif
