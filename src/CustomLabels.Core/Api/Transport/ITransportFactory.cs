namespace CustomLabels.Api.Transport;

/// <summary>Makes transports. The one door between this library and the AWS SDK, so that the SDK can live in a load context of its own.</summary>
internal interface ITransportFactory
{
    /// <summary>Makes a transport; credentials are looked up at the first request, not here.</summary>
    /// <param name="settings">How to connect.</param>
    /// <param name="service">The service to ask.</param>
    /// <param name="region">The region to sign for, such as <c>eu-west-1</c>; also names the endpoint when the settings don't.</param>
    /// <exception cref="CustomLabelsException">A setting is impossible, such as a profile that doesn't exist.</exception>
    IServiceTransport Create(ConnectionSettings settings, AwsService service, string region);

    /// <summary>The most attempts that the environment or the profile ask for; null when neither says.</summary>
    /// <param name="settings">Which profile.</param>
    /// <exception cref="CustomLabelsException">What they ask for is no number from 1 up.</exception>
    int? FindMaxAttempts(ConnectionSettings settings);
}
