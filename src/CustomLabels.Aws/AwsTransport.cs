using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Credentials;
using CustomLabels.Detection;

namespace CustomLabels.Aws;

/// <summary>One endpoint: its connections and its credentials.</summary>
internal sealed class AwsTransport : IServiceTransport
{
    private readonly ServiceClient _client;
    private readonly CredentialSource _credentials;
    private readonly NetworkSettings _network;
    private readonly string _region;
    private int _saidSources;
    private volatile bool _disposed;

    public AwsTransport(Uri endpoint, AwsService service, string region, string userAgent, CredentialSource credentials, NetworkSettings network)
    {
        Endpoint = endpoint;
        _region = region;
        _credentials = credentials;
        _network = network;
        _client = new ServiceClient(endpoint, service, region, userAgent, network);
    }

    public Uri Endpoint { get; }

    /// <summary>The region of the session; null when it has none.</summary>
    public string? SessionRegion { get; init; }

    /// <summary>What is wrong in the shared AWS files and was not needed.</summary>
    public IEnumerable<string> PassedOver { get; init; } = [];

    public async Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        var credentials = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        SaySources(call);

        using var exchange = new Exchange(_network.Timeouts, cancellationToken);
        using var body = new RequestBody(call.Body, exchange);
        var trace = call.Trace is { } write ? new ExchangeTrace(write, credentials) : null;
        ServiceAnswer answer;
        try
        {
            answer = await _client.SendAsync(call.Operation, body, credentials, exchange, trace).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            body.Failure?.Throw();
            var failure = ConnectionErrors.Translate(e, Endpoint, exchange, _network.Timeouts);
            trace?.Failed(failure);
            throw failure;
        }

        if (answer.StatusCode == (int)HttpStatusCode.ProxyAuthenticationRequired)
            throw ConnectionErrors.ProxyRefused(Endpoint);

        return credentials is null ? answer : EchoedCredentials.Withhold(answer, credentials);
    }

    public void Dispose()
    {
        _disposed = true;
        _client.Dispose();
    }

    // Once, and not before they are known; what they are is never said.
    private void SaySources(ServiceCall call)
    {
        if (call.Verbose is not { } say || Interlocked.Exchange(ref _saidSources, 1) != 0)
            return;

        say($"Credentials: {VisibleText.Of(_credentials.Source)}.");
        say(SessionRegion is null || SessionRegion == _region
            ? $"Region: {_region}."
            : $"Region: {_region}; the session's default {VisibleText.Of(SessionRegion)} is not used.");
        foreach (var fault in PassedOver) say($"Passed over: {VisibleText.Of(fault)}.");
    }

    private void ThrowIfDisposed()
    {
        if (_disposed)
            throw new ObjectDisposedException(nameof(AwsTransport));
    }
}
