using System;
using System.IO;
using System.Reflection;
using CustomLabels.Service;

namespace CustomLabels.Loading;

/// <summary>The door to CustomLabels.Aws. It and the AWS SDK are loaded at the first call, apart from every other module's copy of the SDK.</summary>
internal static class AwsLibrary
{
    private static readonly Lazy<ITransportFactory> Factory = new(Load);

    /// <summary>Makes transports on the AWS SDK.</summary>
    public static ITransportFactory TransportFactory => Factory.Value;

    private static ITransportFactory Load()
    {
        var folder = Path.Combine(Path.GetDirectoryName(typeof(AwsLibrary).Assembly.Location)!, "aws");
        return (ITransportFactory)Activator.CreateInstance(LoadAssembly(folder).GetType("CustomLabels.Aws.AwsTransportFactory", throwOnError: true)!)!;
    }

#if NETFRAMEWORK
    // Assembly.LoadFrom looks for what the assembly needs in the assembly's own folder.
    private static Assembly LoadAssembly(string folder) => Assembly.LoadFrom(Path.Combine(folder, "CustomLabels.Aws.dll"));
#else
    private static Assembly LoadAssembly(string folder) => new AwsLoadContext(folder).LoadFromAssemblyPath(Path.Combine(folder, "CustomLabels.Aws.dll"));
#endif
}
