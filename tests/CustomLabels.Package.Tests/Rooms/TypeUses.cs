using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CustomLabels.Package.Tests.Rooms;

/// <summary>Finds what a type uses of its own assembly. What is inside a type, written or made by the compiler, is the outermost one's.</summary>
/// <remarks>A constant and nameof are not seen: nothing of them is left in an assembly.</remarks>
internal sealed class TypeUses
{
    private readonly HashSet<TypeDefinition> _found = [];

    /// <summary>The types of the same assembly that a type needs, without itself.</summary>
    public static IEnumerable<TypeDefinition> Of(TypeDefinition type)
    {
        var uses = new TypeUses();
        uses.AddInsideOf(type);
        return uses._found.Select(Outermost).Where(used => used != Outermost(type)).Distinct();
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private void AddInsideOf(TypeDefinition type)
    {
        Add(type.BaseType);
        foreach (var implemented in type.Interfaces) Add(implemented.InterfaceType);
        AddAttributes(type);
        AddConstraints(type);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }

        // Their types are those of their methods.
        foreach (var property in type.Properties) AddAttributes(property);
        foreach (var happening in type.Events) AddAttributes(happening);
        foreach (var method in type.Methods) AddInsideOf(method);
        foreach (var nested in type.NestedTypes) AddInsideOf(nested);
    }

    private void AddInsideOf(MethodDefinition method)
    {
        AddSignature(method);
        AddAttributes(method);
        AddAttributes(method.MethodReturnType);
        AddConstraints(method);
        foreach (var parameter in method.Parameters) AddAttributes(parameter);
        foreach (var overridden in method.Overrides) Add(overridden);
        if (!method.HasBody) return;
        foreach (var variable in method.Body.Variables) Add(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers) Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions) AddOperand(instruction);
    }

    private void AddOperand(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type: Add(type); break;
            case MethodReference method: Add(method); break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case CallSite site: AddSignature(site); break;
        }
    }

    private void Add(MethodReference method)
    {
        Add(method.DeclaringType);
        if (method is GenericInstanceMethod instance) foreach (var argument in instance.GenericArguments) Add(argument);
        // What goes through a call from one type to the next is in no variable.
        AddSignature(method);
    }

    private void AddSignature(IMethodSignature signature)
    {
        Add(signature.ReturnType);
        foreach (var parameter in signature.Parameters) Add(parameter.ParameterType);
    }

    private void AddConstraints(IGenericParameterProvider generic)
    {
        foreach (var constraint in generic.GenericParameters.SelectMany(parameter => parameter.Constraints)) Add(constraint.ConstraintType);
    }

    private void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments) AddArgument(argument);
            foreach (var argument in attribute.Fields.Concat(attribute.Properties)) AddArgument(argument.Argument);
        }
    }

    private void AddArgument(CustomAttributeArgument argument)
    {
        Add(argument.Type);
        switch (argument.Value)
        {
            case TypeReference type: Add(type); break;
            case CustomAttributeArgument boxed: AddArgument(boxed); break;
            case CustomAttributeArgument[] list:
                foreach (var item in list) AddArgument(item);
                break;
        }
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case TypeDefinition own:
                _found.Add(own);
                break;
            case GenericInstanceType instance:
                Add(instance.ElementType);
                foreach (var argument in instance.GenericArguments) Add(argument);
                break;
            case FunctionPointerType pointer:
                AddSignature(pointer);
                break;
            case IModifierType modified:
                Add(modified.ModifierType);
                Add(modified.ElementType);
                break;
            // An array, a reference, a pointer.
            case TypeSpecification of:
                Add(of.ElementType);
                break;
        }
    }
}
