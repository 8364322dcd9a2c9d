using System;
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CustomLabels.Loader;

/// <summary>Loads the module's assemblies before PowerShell asks for them: compiled to machine code, where the build made that for this process, else the ones that
/// .NET compiles as they run.</summary>
/// <remarks>The manifest can't choose: it knows neither the version of .NET nor the processor. What is loaded here serves when PowerShell then loads
/// <c>core/CustomLabels.dll</c>, since both are one assembly (the same name, version and module version id): .NET loads it once.</remarks>
public sealed class ModuleLoader : IModuleAssemblyInitializer
{
    // In the order in which they need each other.
    private static readonly string[] Names = ["CustomLabels.Core", "CustomLabels.Local", "CustomLabels"];

    /// <inheritdoc/>
    public void OnImport()
    {
        var core = Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!;
        // The identifier that this .NET itself was built for, so that a processor, or a C library, that nothing was compiled for has no folder.
        var compiled = Path.Combine(core, FormattableString.Invariant($"net{Environment.Version.Major}.0-{RuntimeInformation.RuntimeIdentifier}"));
        foreach (var name in Names)
        {
            // Only what a first call runs is compiled.
            var file = Path.Combine(compiled, $"{name}.dll");
            AssemblyLoadContext.Default.LoadFromAssemblyPath(File.Exists(file) ? file : Path.Combine(core, $"{name}.dll"));
        }
    }
}
