using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mono.Cecil;

namespace CustomLabels.Package.Tests.Rooms;

/// <summary>A project of src, as it was built for .NET 8: its types, and the folder that each one's source lies in.</summary>
internal sealed class SourceProject : IDisposable
{
    /// <summary>How the folder of the project file itself is written.</summary>
    public const string Root = ".";

    private readonly DefaultAssemblyResolver _resolver = new();
    private readonly AssemblyDefinition _assembly;
    private readonly Dictionary<string, List<string>> _foldersOf = new(StringComparer.Ordinal);

    public SourceProject(string name)
    {
        var folder = Path.Combine(Places.Source, name);
        var built = Path.Combine(folder, "bin", Places.Configuration, "net8.0");
        // An attribute's argument may be an enumeration of another assembly, whose size only that one tells.
        foreach (var place in new[] { built, RuntimeEnvironment.GetRuntimeDirectory(), Places.PowerShell }) _resolver.AddSearchDirectory(place);
        _assembly = AssemblyDefinition.ReadAssembly(Path.Combine(built, $"{name}.dll"), new ReaderParameters { AssemblyResolver = _resolver, InMemory = true });
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)) AddFile(Path.GetRelativePath(folder, file).Replace('\\', '/'));
    }

    /// <summary>The projects there are.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Places.Source, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>The assembly itself.</summary>
    public AssemblyDefinition Assembly => _assembly;

    /// <summary>The types that stand in the source, but for those inside another type.</summary>
    public IEnumerable<TypeDefinition> Types => _assembly.MainModule.Types.Where(IsWritten);

    /// <summary>The assemblies that it needs and .NET doesn't have.</summary>
    public IEnumerable<string> References => _assembly.MainModule.AssemblyReferences.Select(reference => reference.Name)
        .Where(name => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll")));

    /// <summary>The folders that have a file of a type's name, X.cs, or else a part of it, X.Part.cs: one, or the type is in the wrong file.</summary>
    public IReadOnlyList<string> FoldersOf(TypeDefinition type)
    {
        var name = type.Name.Split('`')[0];
        return _foldersOf.GetValueOrDefault($"{name}.cs") ?? _foldersOf.GetValueOrDefault(name) ?? [];
    }

    /// <summary>What its folders need of each other.</summary>
    public FolderGraph Folders()
    {
        var graph = new FolderGraph();
        foreach (var type in Types)
        {
            foreach (var used in TypeUses.Of(type).Where(IsWritten))
            {
                if (FoldersOf(type) is [var from] && FoldersOf(used) is [var to] && from != to) graph.Add(from, to, $"{type.Name} -> {used.Name}");
            }
        }

        return graph;
    }

    public void Dispose()
    {
        _assembly.Dispose();
        _resolver.Dispose();
    }

    // Lists of a collection expression, tables of constants and the like stand in no file.
    private static bool IsWritten(TypeDefinition type) =>
        !type.Name.StartsWith('<') && type.CustomAttributes.All(attribute => attribute.AttributeType.Name != nameof(CompilerGeneratedAttribute));

    private void AddFile(string path)
    {
        if (path.StartsWith("bin/", StringComparison.Ordinal) || path.StartsWith("obj/", StringComparison.Ordinal)) return;
        var name = path[(path.LastIndexOf('/') + 1)..];
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : Root;
        var parts = name.Split('.');
        var key = parts.Length > 2 ? parts[0] : name;
        if (!_foldersOf.TryGetValue(key, out var folders)) _foldersOf.Add(key, folders = []);
        if (!folders.Contains(folder, StringComparer.Ordinal)) folders.Add(folder);
    }
}
