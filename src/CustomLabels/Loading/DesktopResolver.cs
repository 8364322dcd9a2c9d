#if NETFRAMEWORK
using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CustomLabels.Loading;

/// <summary>What a load context is on PowerShell 7, as far as .NET Framework can: answers for this module's own files, and only when one of them asks.</summary>
/// <remarks>powershell.exe reads no binding redirects, and what the AWS SDK brings disagrees on versions: such a reference fails at first, and is asked here.</remarks>
internal sealed class DesktopResolver
{
    [ThreadStatic]
    private static bool _answering;

    private readonly OwnAssemblies _shared;
    private readonly OwnAssemblies[] _apart;
    private readonly string[] _folders;

    /// <param name="folder">Where the module's assemblies lie; those that are kept apart, in folders below it.</param>
    public DesktopResolver(string folder)
    {
        var apart = Directory.GetDirectories(folder);
        _folders = [folder, .. apart];
        _shared = new(folder);
        _apart = Array.ConvertAll(apart, own => new OwnAssemblies(own));
    }

    /// <summary>For <see cref="AppDomain.AssemblyResolve"/>.</summary>
    public Assembly? Resolve(object? sender, ResolveEventArgs asked) => Resolve(asked.Name, asked.RequestingAssembly);

    /// <summary>The assembly that a reference of ours means; null for any other's, and while an answer is being made.</summary>
    public Assembly? Resolve(string reference, Assembly? requester)
    {
        if (_answering || requester is null || !IsOwn(requester)) return null;
        _answering = true;
        try
        {
            var name = new AssemblyName(reference);
            // As PowerShell loads the module itself: what the cmdlets have loaded is loaded once.
            if (_shared.Find(name) is { } shared) return Assembly.LoadFrom(shared);
            // By its path alone: LoadFrom would give another module's copy, where one of that identity was there first.
            return _apart.Select(own => own.Find(name)).FirstOrDefault(file => file is not null) is { } apart ? Assembly.LoadFile(apart) : null;
        }
        catch (Exception failure) when (failure is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // The one who asked gets the error of an assembly that isn't found, as without this module.
            return null;
        }
        finally
        {
            _answering = false;
        }
    }

    private bool IsOwn(Assembly assembly) =>
        !assembly.IsDynamic && Array.Exists(_folders, folder => string.Equals(Path.GetDirectoryName(assembly.Location), folder, StringComparison.OrdinalIgnoreCase));
}
#endif
