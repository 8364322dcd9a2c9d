using System;
using System.IO;
using System.Reflection;
using CustomLabels.Service;

namespace CustomLabels.Loading;

/// <summary>The door to CustomLabels.Aws. It and the AWS SDK are loaded at the first call, apart from every other module's copy of the SDK.</summary>
internal static class AwsLibrary
{
    private static readonly Lazy<Assembly> Library = new(Load);
    private static readonly Lazy<ITransportFactory> Factory = new(() => Create<ITransportFactory>("AwsTransportFactory"));
    private static readonly Lazy<IAwsConfiguration> Settings = new(() => Create<IAwsConfiguration>("AwsConfiguration"));

    /// <summary>Makes transports on the AWS SDK.</summary>
    public static ITransportFactory TransportFactory => Factory.Value;

    /// <summary>The regions and profiles that the AWS SDK knows.</summary>
    public static IAwsConfiguration Configuration => Settings.Value;

    private static T Create<T>(string type) => (T)Activator.CreateInstance(Library.Value.GetType($"CustomLabels.Aws.{type}", throwOnError: true)!)!;

    private static Assembly Load() => LoadAssembly(Path.Combine(Path.GetDirectoryName(typeof(AwsLibrary).Assembly.Location)!, "aws"));

#if NETFRAMEWORK
    // Assembly.LoadFrom looks for what the assembly needs in the assembly's own folder.
    private static Assembly LoadAssembly(string folder) => Assembly.LoadFrom(Path.Combine(folder, "CustomLabels.Aws.dll"));
#else
    private static Assembly LoadAssembly(string folder) => new AwsLoadContext(folder).LoadFromAssemblyPath(Path.Combine(folder, "CustomLabels.Aws.dll"));
#endif
}
