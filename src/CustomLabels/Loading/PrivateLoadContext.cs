#if !NETFRAMEWORK
using System;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CustomLabels.Loading;

/// <summary>Holds a library of this module and what it takes from others, apart from every other module's copies: all builds of an AWS SDK, or of a raster
/// library, share one identity, and the first one loaded would serve everybody.</summary>
/// <param name="folder">The library's folder.</param>
/// <param name="name">The context's name, for people.</param>
/// <param name="rest">The folder of what isn't compiled beforehand; null where the first one has all.</param>
internal sealed class PrivateLoadContext(string folder, string name, string? rest = null) : AssemblyLoadContext(name)
{
    private static readonly Assembly Core = typeof(CustomLabelsException).Assembly;
    private readonly OwnAssemblies _own = rest is null ? new(folder) : new(folder, rest);
    private readonly ConcurrentDictionary<string, IntPtr> _natives = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Core must be the one that the cmdlets speak, or its interfaces would be of another type.
        if (OwnAssemblies.Satisfies(Core.GetName(), assemblyName)) return Core;
        // Loaded, and asked then: to read the name from the file first takes two assemblies of .NET more, System.Reflection.Metadata and System.Collections.Immutable.
        return _own.FindByName(assemblyName) is { } file && LoadFromAssemblyPath(file) is var own && OwnAssemblies.Satisfies(own.GetName(), assemblyName) ? own : null;
    }

    /// <inheritdoc/>
    /// <remarks>The runtime asks once for each entry point, so the handle is kept. Zero leaves the search to the runtime.</remarks>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => _natives.GetOrAdd(
        unmanagedDllName, asked => NativeFile.Find(folder, asked) is { } file ? NativeLibrary.Load(file) : IntPtr.Zero);
}
#endif
