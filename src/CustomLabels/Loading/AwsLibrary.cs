using System;
using CustomLabels.Api.Transport;
using CustomLabels.Cli.Input;

namespace CustomLabels.Loading;

/// <summary>The doors to CustomLabels.Aws, behind which are the AWS SDK and YamlDotNet.</summary>
internal static class AwsLibrary
{
    private static readonly PrivateLibrary Library = new("aws", "CustomLabels.Aws");
    private static readonly Lazy<ITransportFactory> Transports = Library.Door<ITransportFactory>("AwsTransportFactory");
    private static readonly Lazy<IAwsConfiguration> Settings = Library.Door<IAwsConfiguration>("AwsConfiguration");
    private static readonly Lazy<IYamlParser> Yaml = Library.Door<IYamlParser>("Yaml.YamlParser");

    /// <summary>Makes transports on the AWS SDK.</summary>
    public static ITransportFactory TransportFactory => Transports.Value;

    /// <summary>The regions and profiles that the AWS SDK knows.</summary>
    public static IAwsConfiguration Configuration => Settings.Value;

    /// <summary>Reads YAML, without the AWS SDK.</summary>
    public static IYamlParser YamlParser => Yaml.Value;
}
