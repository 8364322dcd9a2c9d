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
    private readonly Timeouts _timeouts;
    private volatile bool _disposed;

    public AwsTransport(Uri endpoint, string region, string userAgent, CredentialSource credentials, Timeouts timeouts)
    {
        Endpoint = endpoint;
        _credentials = credentials;
        _timeouts = timeouts;
        _client = new RekognitionClient(new RekognitionConfig(endpoint, region, userAgent, timeouts));
    }

    public Uri Endpoint { get; }

    public async Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        var credentials = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);

        using var exchange = new Exchange(_timeouts, cancellationToken);
        using var body = new BodyStream(call.Body, exchange);
        try
        {
            var hash = await body.HashAsync().ConfigureAwait(false);
            exchange.Connecting();
            var answer = await _client.SendAsync(new RekognitionRequest(call.Operation, body, hash, credentials, exchange)).ConfigureAwait(false);
            return EchoedCredentials.Withhold(answer, credentials);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            body.Failure?.Throw();
            throw ConnectionErrors.Translate(e, Endpoint, exchange, _timeouts);
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
