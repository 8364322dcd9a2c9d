#if NET
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Client;

/// <summary>Sends requests to one endpoint over connections that are kept, and reads answers of any status as they are.</summary>
internal sealed class RequestSender : IDisposable
{
    private readonly Uri _endpoint;
    private readonly HttpMessageInvoker _connections;

    public RequestSender(Uri endpoint, NetworkSettings network)
    {
        _endpoint = endpoint;
        // Without a client around it: the exchange has the clock, and the request's end, which a client would link to another of its own.
        _connections = new HttpMessageInvoker(new ConnectionFactory(network).NewPool());
    }

    public async Task<HttpAnswer> SendAsync(IReadOnlyDictionary<string, string> headers, RequestBody body, Exchange exchange)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new Content(body) };
        foreach (var header in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value)) message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using var response = await _connections.SendAsync(message, exchange.Token).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(exchange.Token).ConfigureAwait(false);
        var answer = await AnswerBody.ReadAsync(stream, response.Content.Headers.ContentLength ?? 0, exchange).ConfigureAwait(false);

        var received = new Dictionary<string, string>(capacity: 8, StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers.NonValidated) received[header.Key] = header.Value.ToString();
        foreach (var header in response.Content.Headers.NonValidated) received[header.Key] = header.Value.ToString();
        return new HttpAnswer((int)response.StatusCode, received, answer);
    }

    public void Dispose() => _connections.Dispose();

    private sealed class Content : HttpContent
    {
        private readonly RequestBody _body;

        public Content(RequestBody body) => _body = body;

        // The exchange's token is the request's.
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _body.SendAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}
#endif
