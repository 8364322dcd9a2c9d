using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using CustomLabels.Loading;

namespace CustomLabels.Package.Tests.Desktop;

/// <summary>What a session of Windows PowerShell can find an assembly in: the framework, PowerShell, and what the module ships.</summary>
internal sealed class Session
{
    private readonly Dictionary<string, Library> _framework = Library.In(Places.Framework).Concat(Library.In(Path.Combine(Places.Framework, "Facades")))
        .ToDictionary(library => library.Name.Name!, StringComparer.OrdinalIgnoreCase);

    private readonly Library _powerShell = Library.In(Places.PowerShell).Single();

    public Session()
    {
        var folder = Path.Combine(Places.Module, "desktop");
        Shipped = [.. Library.In(folder), .. Library.In(Path.Combine(folder, "aws")), .. Library.In(Path.Combine(folder, "imaging"))];
    }

    public IReadOnlyList<Library> Shipped { get; }

    /// <summary>The assembly that a reference gets, and from where; null where it gets none.</summary>
    /// <remarks>.NET Framework takes its own for every reference that is not newer; powershell.exe reads no binding redirects, so that the rest is for the module's
    /// own resolver.</remarks>
    public (Library Library, Origin Origin)? Find(AssemblyName reference)
    {
        if (_framework.TryGetValue(reference.Name!, out var own) && OwnAssemblies.Satisfies(own.Name, reference)) return (own, Origin.Framework);
        if (OwnAssemblies.Satisfies(_powerShell.Name, reference)) return (_powerShell, Origin.PowerShell);
        if (Shipped.FirstOrDefault(library => OwnAssemblies.Satisfies(library.Name, reference)) is not { } shipped) return null;
        return (shipped, shipped.Name.Version == reference.Version ? Origin.Shipped : Origin.Resolver);
    }
}
