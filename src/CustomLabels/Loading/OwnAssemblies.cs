using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CustomLabels.Loading;

/// <summary>The assemblies of some folders of this module: those that lie there when it is first asked for, and no others. Of two with one name the first folder's counts.</summary>
internal sealed class OwnAssemblies(params string[] folders)
{
    private readonly Dictionary<string, string> _files = folders.SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
        .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The file that a reference means; null when it is not one of ours.</summary>
    public string? Find(AssemblyName reference) => FindByName(reference) is { } file && Satisfies(AssemblyName.GetAssemblyName(file), reference) ? file : null;

    /// <summary>The file that has a reference's name, whatever else the reference asks for; null when none has.</summary>
    public string? FindByName(AssemblyName reference) => reference.Name is { } name && _files.TryGetValue(name, out var file) ? file : null;

    /// <summary>Whether an assembly is what a reference asks for: of that name, key and culture, and not older. A newer one serves, as it would with the binding
    /// redirects that a program has and a module can't have; what a reference leaves open, it doesn't ask for.</summary>
    public static bool Satisfies(AssemblyName assembly, AssemblyName reference) =>
        string.Equals(assembly.Name, reference.Name, StringComparison.OrdinalIgnoreCase)
        && (reference.Version is null || assembly.Version >= reference.Version)
        && (reference.GetPublicKeyToken() is not { Length: > 0 } token || (assembly.GetPublicKeyToken() ?? []).SequenceEqual(token))
        && string.Equals(assembly.CultureName ?? "", reference.CultureName ?? "", StringComparison.OrdinalIgnoreCase);
}
