#if !NETFRAMEWORK
using System.Reflection;
using System.Runtime.Loader;
using CustomLabels.Service;

namespace CustomLabels.Loading;

/// <summary>Holds the AWS SDK of this module alone, so that it never meets the one that AWS.Tools has loaded: all builds of it share one identity.</summary>
internal sealed class AwsLoadContext(string folder) : AssemblyLoadContext("CustomLabels.Aws")
{
    private static readonly Assembly Core = typeof(ITransportFactory).Assembly;
    private readonly OwnAssemblies _own = new(folder);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Core must be the one that the cmdlets speak, or its interfaces would be of another type.
        if (OwnAssemblies.Satisfies(Core.GetName(), assemblyName)) return Core;
        return _own.Find(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;
    }
}
#endif
