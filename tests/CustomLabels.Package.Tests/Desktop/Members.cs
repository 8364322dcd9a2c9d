using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;

namespace CustomLabels.Package.Tests.Desktop;

/// <summary>Looks up what an assembly uses of others: each type that it names, and each method and field.</summary>
internal sealed class Members(Session session)
{
    private readonly Dictionary<(string, string), bool> _known = [];

    /// <summary>How many were looked up.</summary>
    public int Count { get; private set; }

    /// <summary>What is not there.</summary>
    public IEnumerable<string> Missing(Library library)
    {
        var reader = library.Metadata;
        foreach (var handle in reader.TypeReferences)
        {
            Count++;
            if (Resolve(library, handle) is null) yield return $"{library} uses {TypeNames.Of(reader, handle)}";
        }

        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            var parent = Parent(reader, member.Parent);
            // A type of the assembly itself is the compiler's business, an array's members the runtime's.
            if (parent is not { } type || Resolve(library, type) is not { } found) continue;
            Count++;
            var name = reader.GetString(member.Name);
            var wanted = Signature(member);
            var key = ($"{found.Library} {TypeNames.Of(found.Library.Metadata, found.Type)}", $"{name} {wanted}");
            if (!_known.TryGetValue(key, out var known)) _known[key] = known = Has(found, name, wanted);
            if (!known) yield return $"{library} uses {key.Item1} {key.Item2}";
        }
    }

    private static string Signature(MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? member.DecodeFieldSignature(TypeNames.Instance, null)
        : TypeNames.Method(member.DecodeMethodSignature(TypeNames.Instance, null));

    private static TypeReferenceHandle? Parent(MetadataReader reader, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(OpenTypes.Instance, null),
        _ => null,
    };

    private (Library Library, TypeDefinitionHandle Type)? Resolve(Library library, TypeReferenceHandle handle)
    {
        var reader = library.Metadata;
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference) scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        if (scope.Kind != HandleKind.AssemblyReference) return null;

        var name = TypeNames.Of(reader, handle);
        var assembly = reader.GetAssemblyReference((AssemblyReferenceHandle)scope).GetAssemblyName();
        while (session.Find(assembly) is { } found)
        {
            if (found.Library.Type(name) is { } type) return (found.Library, type);
            if (found.Library.Forward(name) is not { } next) return null;
            assembly = next;
        }

        return null;
    }

    private bool Has((Library Library, TypeDefinitionHandle Type) at, string name, string wanted)
    {
        var reader = at.Library.Metadata;
        var type = reader.GetTypeDefinition(at.Type);
        if (type.GetMethods().Select(reader.GetMethodDefinition).Any(method =>
                reader.StringComparer.Equals(method.Name, name) && TypeNames.Method(method.DecodeSignature(TypeNames.Instance, null)) == wanted)
            || type.GetFields().Select(reader.GetFieldDefinition).Any(field =>
                reader.StringComparer.Equals(field.Name, name) && field.DecodeSignature(TypeNames.Instance, null) == wanted))
            return true;

        // A call may name a type that inherits what is called.
        return type.BaseType.Kind switch
        {
            HandleKind.TypeDefinition => Has((at.Library, (TypeDefinitionHandle)type.BaseType), name, wanted),
            HandleKind.TypeReference => Resolve(at.Library, (TypeReferenceHandle)type.BaseType) is { } next && Has(next, name, wanted),
            _ => false,
        };
    }
}
