using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CustomLabels.Package.Tests.Desktop;

/// <summary>An assembly, read and not loaded.</summary>
internal sealed class Library
{
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AssemblyName> _forwards = new(StringComparer.Ordinal);

    private Library(string path)
    {
        Path = path;
        Metadata = new PEReader(new MemoryStream(File.ReadAllBytes(path))).GetMetadataReader();
        Name = Metadata.GetAssemblyDefinition().GetAssemblyName();
        foreach (var handle in Metadata.TypeDefinitions) _types[TypeNames.Of(Metadata, handle)] = handle;
        foreach (var exported in Metadata.ExportedTypes.Select(Metadata.GetExportedType))
        {
            if (exported.Implementation.Kind == HandleKind.AssemblyReference)
                _forwards[TypeNames.Joined(Metadata, exported.Namespace, exported.Name)] =
                    Metadata.GetAssemblyReference((AssemblyReferenceHandle)exported.Implementation).GetAssemblyName();
        }
    }

    public string Path { get; }

    public AssemblyName Name { get; }

    public MetadataReader Metadata { get; }

    public IEnumerable<AssemblyName> References => Metadata.AssemblyReferences.Select(handle => Metadata.GetAssemblyReference(handle).GetAssemblyName());

    /// <summary>Those of a folder; what isn't .NET there is passed over.</summary>
    public static IEnumerable<Library> In(string folder) =>
        Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Where(IsManaged).Select(path => new Library(path));

    /// <summary>The type of that full name, nested ones with +; null where there is none.</summary>
    public TypeDefinitionHandle? Type(string name) => _types.TryGetValue(name, out var handle) ? handle : null;

    /// <summary>The assembly that a type has moved to; null where it has not.</summary>
    public AssemblyName? Forward(string name) => _forwards.GetValueOrDefault(name.Split('+')[0]);

    public override string ToString() => System.IO.Path.GetFileNameWithoutExtension(Path);

    private static bool IsManaged(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        return image.HasMetadata && image.GetMetadataReader().IsAssembly;
    }
}
