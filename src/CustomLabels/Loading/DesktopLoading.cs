#if NETFRAMEWORK
using System;
using System.IO;
using System.Management.Automation;

namespace CustomLabels.Loading;

/// <summary>Has the module's own files found while it is imported, in however many runspaces; Windows PowerShell only.</summary>
public sealed class DesktopLoading : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly DesktopResolver Resolver = new(Path.GetDirectoryName(typeof(DesktopLoading).Assembly.Location)!);
    private static readonly object Gate = new();
    private static int _imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        lock (Gate)
        {
            if (++_imports == 1) AppDomain.CurrentDomain.AssemblyResolve += Resolver.Resolve;
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (Gate)
        {
            if (_imports > 0 && --_imports == 0) AppDomain.CurrentDomain.AssemblyResolve -= Resolver.Resolve;
        }
    }
}
#endif
