using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Package.Tests.Desktop;
using Mono.Cecil;
using Xunit;

#pragma warning disable CA1812, CA1823, CA1852, CS0169, CS0649, S1144, IDE0051 // What is looked at here is read, and never run.

namespace CustomLabels.Package.Tests.Rooms;

/// <summary>Each way in which a type can use another: the type used here is <see cref="FolderGraph"/>.</summary>
public sealed class TypeUsesTests
{
    [Theory]
    [InlineData(typeof(Derived))]
    [InlineData(typeof(IImplemented))]
    [InlineData(typeof(Field))]
    [InlineData(typeof(Argument))]
    [InlineData(typeof(Returned))]
    [InlineData(typeof(Property))]
    [InlineData(typeof(Constraint))]
    [InlineData(typeof(InAttribute))]
    [InlineData(typeof(InAttributeList))]
    [InlineData(typeof(New))]
    [InlineData(typeof(PassedThrough))]
    [InlineData(typeof(Cast))]
    [InlineData(typeof(TypeArgument))]
    [InlineData(typeof(MethodArgument))]
    [InlineData(typeof(Lambda))]
    [InlineData(typeof(Async))]
    [InlineData(typeof(Nested))]
    public void A_use_is_found(Type sample) => Assert.Contains(nameof(FolderGraph), Uses(sample));

    [Fact]
    public void An_attribute_is_found() => Assert.Contains(nameof(ModuleFactAttribute), Uses(typeof(DesktopTests)));

    [Fact]
    public void Nothing_is_found_where_nothing_is_used() => Assert.Empty(Uses(typeof(Nothing)));

    private static string[] Uses(Type sample)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(sample.Assembly.Location);
        return [.. TypeUses.Of(assembly.MainModule.GetType(sample.FullName!.Replace('+', '/'))).Select(used => used.Name)];
    }

    private sealed class Derived : List<FolderGraph>;

    private interface IImplemented : IEnumerable<FolderGraph>;

    private sealed class Field { private List<FolderGraph[]>? _field; }

    private sealed class Argument { public void Of(in FolderGraph argument) => GC.KeepAlive(this); }

    private abstract class Returned { public abstract FolderGraph? Of(); }

    private abstract class Property { public abstract FolderGraph? Of { get; set; } }

    private sealed class Constraint { public void Of<T>() where T : IComparable<FolderGraph> => GC.KeepAlive(this); }

    [TypeConverterLike(typeof(FolderGraph))]
    private sealed class InAttribute;

    [TypeConverterLike(typeof(int), Others = [typeof(FolderGraph)])]
    private sealed class InAttributeList;

    private sealed class New { public void Of() => GC.KeepAlive(new FolderGraph()); }

    private sealed class PassedThrough { public void Of(SourceProject project) => GC.KeepAlive(project.Folders()); }

    private sealed class Cast { public bool Of(object other) => other is FolderGraph; }

    private sealed class TypeArgument { public int Of() => new List<FolderGraph>().Capacity; }

    private sealed class MethodArgument { public void Of() => GC.KeepAlive(Array.Empty<FolderGraph>()); }

    private sealed class Lambda { public Func<object> Of() => () => new FolderGraph(); }

    private sealed class Async
    {
        public async Task<object> Of()
        {
            await Task.Yield();
            return new FolderGraph();
        }
    }

    private sealed class Nested { private sealed class Inner { private FolderGraph? _field; } }

    private sealed class Nothing { private int _field; }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeConverterLikeAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;

        public Type[] Others { get; set; } = [];
    }
}
