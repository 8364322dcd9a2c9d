using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace CustomLabels.Package.Tests.PublicApi;

/// <summary>What of an assembly can be used from outside it, as lines of text: types, and their public and protected members.</summary>
/// <remarks>Left out: what the compiler makes for a record, which the word <c>record</c> says; overrides; whether a reference may be null.</remarks>
internal static class ApiText
{
    /// <summary>A line for each type, and indented below it one for each member.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="isWanted">Whether a type is looked at; null is for all.</param>
    public static IEnumerable<string> Of(AssemblyDefinition assembly, Func<TypeDefinition, bool>? isWanted = null) =>
        from type in assembly.MainModule.GetTypes().Where(type => IsVisible(type) && isWanted?.Invoke(type) is not false).OrderBy(type => type.FullName, StringComparer.Ordinal)
        from line in new[] { Describe(type) }.Concat(Members(type).Order(StringComparer.Ordinal).Select(member => $"    {member}"))
        select line;

    private static bool IsVisible(TypeDefinition type) => type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType));

    private static bool IsVisible(MethodDefinition? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static string Describe(TypeDefinition type)
    {
        var isRecord = type.Methods.Any(method => method.Name == "<Clone>$");
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : isRecord ? "record" : "class";
        var manner = kind is not ("class" or "record") ? "" : type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var above = new[] { type.BaseType }.Where(parent => parent is not null && parent.FullName is not ("System.Object" or "System.ValueType" or "System.Enum"))
            .Concat(type.Interfaces.Select(face => face.InterfaceType).Where(face => !(face is TypeDefinition own && !IsVisible(own)) && !(isRecord && face.Name == "IEquatable`1")))
            .Select(TypeText).ToArray();
        return $"{manner}{kind} {type.FullName}{(above.Length == 0 ? "" : $" : {string.Join(", ", above)}")}";
    }

    private static IEnumerable<string> Members(TypeDefinition type)
    {
        foreach (var field in type.Fields.Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName))
        {
            if (type.IsEnum) yield return $"{field.Name} = {field.Constant}";
            else yield return $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{field.Name}: {TypeText(field.FieldType)}";
        }

        foreach (var property in type.Properties.Where(property => IsVisible(property.GetMethod) || IsVisible(property.SetMethod)))
        {
            var either = property.GetMethod ?? property.SetMethod;
            if (IsOverride(either) || property.Name == "EqualityContract") continue;
            var index = property.HasParameters ? $"[{Parameters(property.Parameters)}]" : "";
            yield return $"{Manner(either)}{property.Name}{index}: {TypeText(property.PropertyType)} {{ {(IsVisible(property.GetMethod) ? "get; " : "")}{Setter(property.SetMethod)}}}";
        }

        foreach (var added in type.Events.Where(added => IsVisible(added.AddMethod))) yield return $"{Manner(added.AddMethod)}event {added.Name}: {TypeText(added.EventType)}";

        foreach (var method in type.Methods.Where(IsVisible))
        {
            if (IsMadeByCompiler(method) || IsOverride(method) || method.IsGetter || method.IsSetter || method.IsAddOn || method.IsRemoveOn) continue;
            yield return method.IsConstructor
                ? $"{Manner(method)}new({Parameters(method.Parameters)})"
                : $"{Manner(method)}{method.Name}{Generics(method)}({Parameters(method.Parameters)}): {TypeText(method.ReturnType)}";
        }
    }

    private static bool IsMadeByCompiler(MethodDefinition method) => method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(CompilerGeneratedAttribute));

    private static bool IsOverride(MethodDefinition method) => method is { IsVirtual: true, IsNewSlot: false };

    private static string Manner(MethodDefinition method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : method.DeclaringType.IsInterface ? "" : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Setter(MethodDefinition? method) =>
        !IsVisible(method) ? "" : method!.ReturnType is RequiredModifierType ? "init; " : "set; ";

    private static string Generics(MethodDefinition method) => method.HasGenericParameters ? $"<{string.Join(", ", method.GenericParameters.Select(parameter => parameter.Name))}>" : "";

    private static string Parameters(IEnumerable<ParameterDefinition> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{TypeText(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefault ? $" = {parameter.Constant ?? "null"}" : "")}"));

    private static string TypeText(TypeReference type) => type switch
    {
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable => $"{TypeText(nullable.GenericArguments[0])}?",
        GenericInstanceType generic => $"{generic.Name.Split('`')[0]}<{string.Join(", ", generic.GenericArguments.Select(TypeText))}>",
        ArrayType array => $"{TypeText(array.ElementType)}[]",
        ByReferenceType reference => $"ref {TypeText(reference.ElementType)}",
        IModifierType modified => TypeText(modified.ElementType),
        _ => type.Name,
    };
}
