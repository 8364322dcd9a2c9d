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
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(AwsLibrary).Assembly.Location)!, "aws");
    private static readonly Lazy<Assembly> Library = new(() => LoadAssembly(Folder));
    private static readonly Lazy<ITransportFactory> Transports = new(() => New<ITransportFactory>("CustomLabels.Aws.AwsTransportFactory"));
    private static readonly Lazy<IYamlParser> Yaml = new(() => New<IYamlParser>("CustomLabels.Aws.Yaml.YamlParser"));

    /// <summary>Makes transports on the AWS SDK.</summary>
    public static ITransportFactory TransportFactory => Transports.Value;

    /// <summary>Reads YAML, without the AWS SDK.</summary>
    public static IYamlParser YamlParser => Yaml.Value;

    private static T New<T>(string type) => (T)Activator.CreateInstance(Library.Value.GetType(type, throwOnError: true)!)!;

#if NETFRAMEWORK
    // Assembly.LoadFrom looks for what the assembly needs in the assembly's own folder.
    private static Assembly LoadAssembly(string folder) => Assembly.LoadFrom(Path.Combine(folder, "CustomLabels.Aws.dll"));
#else
    private static Assembly LoadAssembly(string folder) => new AwsLoadContext(folder).LoadFromAssemblyPath(Path.Combine(folder, "CustomLabels.Aws.dll"));
#endif
}
