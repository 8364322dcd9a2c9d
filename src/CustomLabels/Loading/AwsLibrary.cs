using System;
using System.IO;
using System.Reflection;
using CustomLabels.CliInput;
using CustomLabels.Service;

namespace CustomLabels.Loading;

/// <summary>The door to CustomLabels.Aws. It and what it takes from others, the AWS SDK and YamlDotNet, are loaded when they are first needed, apart from
/// every other module's copies.</summary>
internal static class AwsLibrary
{
    private static readonly Lazy<Assembly> Library = new(() => LoadAssembly(Path.Combine(Path.GetDirectoryName(typeof(AwsLibrary).Assembly.Location)!, "aws")));
    private static readonly Lazy<ITransportFactory> Transports = new(() => Create<ITransportFactory>("AwsTransportFactory"));
    private static readonly Lazy<IAwsConfiguration> Settings = new(() => Create<IAwsConfiguration>("AwsConfiguration"));
    private static readonly Lazy<IYamlParser> Yaml = new(() => Create<IYamlParser>("Yaml.YamlParser"));

    /// <summary>Makes transports on the AWS SDK.</summary>
    public static ITransportFactory TransportFactory => Transports.Value;

    /// <summary>The regions and profiles that the AWS SDK knows.</summary>
    public static IAwsConfiguration Configuration => Settings.Value;

    /// <summary>Reads YAML, without the AWS SDK.</summary>
    public static IYamlParser YamlParser => Yaml.Value;

    private static T Create<T>(string type) => (T)Activator.CreateInstance(Library.Value.GetType($"CustomLabels.Aws.{type}", throwOnError: true)!)!;

#if NETFRAMEWORK
    // By its path alone, as DesktopResolver does for what it needs: in no context in which another module's copy could be met.
    private static Assembly LoadAssembly(string folder) => Assembly.LoadFile(Path.Combine(folder, "CustomLabels.Aws.dll"));
#else
    private static Assembly LoadAssembly(string folder) => new AwsLoadContext(folder).LoadFromAssemblyPath(Path.Combine(folder, "CustomLabels.Aws.dll"));
#endif
}
