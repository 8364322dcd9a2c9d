using System;
using CustomLabels.Api;
using CustomLabels.Api.Transport;

namespace CustomLabels.Aws;

/// <summary>The way to the service for programs in C#; the module has its own.</summary>
public static class AwsTransports
{
    /// <summary>Connects when it is first asked for something, and until it is disposed.</summary>
    /// <param name="settings">How to connect. What is null comes from the environment and the shared AWS files, as it does for the cmdlets.</param>
    public static TransportPool Open(ConnectionSettings settings) => new(new AwsTransportFactory(), settings ?? throw new ArgumentNullException(nameof(settings)));
}
