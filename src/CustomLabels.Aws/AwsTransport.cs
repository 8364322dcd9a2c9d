using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Credentials;
using CustomLabels.Service;

namespace CustomLabels.Aws;

/// <summary>One endpoint: its connections and its credentials.</summary>
internal sealed class AwsTransport : IServiceTransport
{
    private readonly RekognitionClient _client;
    private readonly CredentialSource _credentials;
    private readonly Connection _connection;
    private volatile bool _disposed;

    public AwsTransport(Uri endpoint, string region, string userAgent, CredentialSource credentials, Connection connection)
    {
        Endpoint = endpoint;
        _credentials = credentials;
        _connection = connection;
        _client = new RekognitionClient(new RekognitionConfig(endpoint, region, userAgent, connection));
    }

    public Uri Endpoint { get; }

    public async Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        var credentials = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);

        using var exchange = new Exchange(_connection.Timeouts, cancellationToken);
        using var body = new BodyStream(call.Body, exchange);
        var trace = call.Trace is { } write ? new ExchangeTrace(write, credentials) : null;
        try
        {
            var hash = await body.HashAsync().ConfigureAwait(false);
            trace?.Describe(body);
            exchange.Connecting();
            var answer = await _client.SendAsync(new RekognitionRequest(call.Operation, body, hash, credentials, exchange) { Trace = trace }).ConfigureAwait(false);
            return EchoedCredentials.Withhold(answer, credentials);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            body.Failure?.Throw();
            var failure = ConnectionErrors.Translate(e, Endpoint, exchange, _connection.Timeouts);
            trace?.Failed(failure);
            throw failure;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _client.Dispose();
    }

    private void ThrowIfDisposed()
    {
        if (_disposed)
            throw new ObjectDisposedException(nameof(AwsTransport));
    }
}
