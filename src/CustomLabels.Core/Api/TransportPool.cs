using System;
using System.Collections.Generic;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;

namespace CustomLabels.Api;

/// <summary>One transport a service and region for the whole of a run: connections and credentials are set up once, not once an image. Safe for concurrent use.</summary>
public sealed class TransportPool : IDisposable
{
    private const int DefaultMaxAttempts = 5;

    private readonly ITransportFactory _factory;
    private readonly ConnectionSettings _settings;
    private readonly Dictionary<(AwsService Service, string Region), IServiceTransport> _transports = [];
    private bool _disposed;

    /// <summary>Makes transports as they are asked for.</summary>
    /// <param name="factory">Makes them.</param>
    /// <param name="settings">How to connect.</param>
    internal TransportPool(ITransportFactory factory, ConnectionSettings settings)
    {
        _factory = factory;
        _settings = settings;
    }

    /// <summary>The most requests for one call, such as that of an image, the first included: as given, else as the environment or the profile say, else 5.</summary>
    /// <exception cref="CustomLabelsException">What they say is no number from 1 up.</exception>
    internal int MaxAttempts => _settings.MaxAttempts ?? _factory.FindMaxAttempts(_settings) ?? DefaultMaxAttempts;

    /// <summary>The transport for a model version.</summary>
    /// <param name="arn">The model version.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RegionMismatch"/>, or a setting is impossible.</exception>
    /// <exception cref="ObjectDisposedException">The run is over.</exception>
    internal IServiceTransport For(ProjectVersionArn arn)
    {
        if (_settings.Region is { } region && !string.Equals(region, arn.Region, StringComparison.Ordinal))
            throw new CustomLabelsException(ModelErrors.RegionMismatch(arn.Text, arn.Region, region));
        return For(AwsService.Rekognition, arn.Region);
    }

    /// <summary>The transport for a service in a region.</summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region.</param>
    /// <exception cref="CustomLabelsException">A setting is impossible.</exception>
    /// <exception cref="ObjectDisposedException">The run is over: nobody would close the transport.</exception>
    internal IServiceTransport For(AwsService service, string region)
    {
        lock (_transports)
        {
            if (_disposed) throw new ObjectDisposedException(nameof(TransportPool));
            if (!_transports.TryGetValue((service, region), out var transport))
            {
                transport = _factory.Create(_settings, service, region);
                _transports.Add((service, region), transport);
            }

            return transport;
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        lock (_transports)
        {
            _disposed = true;
            foreach (var transport in _transports.Values) transport.Dispose();
            _transports.Clear();
        }
    }
}
