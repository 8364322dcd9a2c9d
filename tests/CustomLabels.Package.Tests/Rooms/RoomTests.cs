using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace CustomLabels.Package.Tests.Rooms;

/// <summary>The order of the source, which ARCHITECTURE.md tells: projects and folders need each other one way only.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CustomLabels"] = ["CustomLabels.Core", "CustomLabels.Local", "System.Management.Automation"],
        ["CustomLabels.Aws"] = ["CustomLabels.Core", "AWSSDK.Core", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "YamlDotNet"],
        ["CustomLabels.Core"] = [],
        ["CustomLabels.Imaging"] = ["CustomLabels.Core", "HarfBuzzSharp", "SkiaSharp", "SkiaSharp.HarfBuzz"],
        ["CustomLabels.Loader"] = ["System.Management.Automation"],
        ["CustomLabels.Local"] = ["CustomLabels.Core"],
        ["CustomLabels.Local.Server"] = ["CustomLabels.Core", "CustomLabels.Local"],
    };

    public static TheoryData<string> Projects => [.. SourceProject.All];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_needs_only_what_stands_below_it(string name)
    {
        Assert.True(Allowed.ContainsKey(name), $"What {name} may need is not said here.");
        using var project = new SourceProject(name);
        AssertNone(from reference in project.References.Except(Allowed[name], StringComparer.Ordinal) select $"{name} needs {reference}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_type_is_in_one_file_of_its_name(string name)
    {
        using var project = new SourceProject(name);
        Assert.NotEmpty(project.Types);
        AssertNone(from type in project.Types
                   let folders = project.FoldersOf(type)
                   where folders.Count != 1
                   select folders.Count == 0 ? $"{type.FullName} has no file of its name" : $"{type.FullName} has a file in each of {string.Join(", ", folders)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_need_each_other_in_a_circle(string name)
    {
        using var project = new SourceProject(name);
        var folders = project.Folders();
        AssertNone(folders.Circles().Select(folders.Describe));
    }

    [Fact]
    public void A_cmdlet_has_at_most_one_base_above_PSCmdlet()
    {
        using var project = new SourceProject("CustomLabels");
        var cmdlets = project.Types.Where(type => type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CmdletAttribute")).ToArray();
        Assert.NotEmpty(cmdlets);
        AssertNone(from cmdlet in cmdlets
                   let bases = Bases(cmdlet).ToArray()
                   where bases.Length > 1
                   select $"{cmdlet.Name} has {bases.Length}: {string.Join(", ", bases)}");
    }

    // Those of the module itself: PSCmdlet is of another assembly.
    private static IEnumerable<string> Bases(TypeDefinition type)
    {
        for (var next = type.BaseType as TypeDefinition; next is not null; next = next.BaseType as TypeDefinition) yield return next.Name;
    }

    // In full: xunit shows only the beginning of a collection.
    private static void AssertNone(IEnumerable<string> faults)
    {
        var text = string.Join("\n", faults);
        Assert.True(text.Length == 0, text);
    }
}
