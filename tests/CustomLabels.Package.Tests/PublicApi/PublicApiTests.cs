using System;
using System.IO;
using System.Linq;
using CustomLabels.Package.Tests.Rooms;
using Mono.Cecil;
using Xunit;

namespace CustomLabels.Package.Tests.PublicApi;

/// <summary>What is public is listed here, NAME.verified.txt: what scripts and samples/quickstart need. A change of it is on purpose, or it fails.</summary>
public sealed class PublicApiTests
{
    private const string Accept = "CUSTOMLABELS_ACCEPT_API";

    [Theory]
    [InlineData("CustomLabels")]
    [InlineData("CustomLabels.Aws")]
    [InlineData("CustomLabels.Core")]
    [InlineData("CustomLabels.Imaging")]
    [InlineData("CustomLabels.Loader")]
    [InlineData("CustomLabels.Local")]
    public void What_is_public_is_what_is_listed(string name)
    {
        using var project = new SourceProject(name);
        var list = Path.Combine(Places.PublicApi, $"{name}.verified.txt");
        var actual = ApiText.Of(project.Assembly).ToArray();
        if (Environment.GetEnvironmentVariable(Accept) is "1") File.WriteAllText(list, string.Concat(actual.Select(line => $"{line}\n")));
        AssertSame(File.Exists(list) ? File.ReadAllLines(list) : [], actual, list);
    }

    // But for the loader that only .NET Framework needs.
    [ModuleFact]
    public void On_NET_Framework_the_same_is_public()
    {
        foreach (var name in new[] { "CustomLabels", "CustomLabels.Core", "CustomLabels.Local" })
        {
            using var core = AssemblyDefinition.ReadAssembly(Path.Combine(Places.Module, "core", $"{name}.dll"));
            using var desktop = AssemblyDefinition.ReadAssembly(Path.Combine(Places.Module, "desktop", $"{name}.dll"));
            AssertSame([.. ApiText.Of(core)], [.. ApiText.Of(desktop, type => type.Name != "DesktopLoading")], $"desktop/{name}.dll");
        }
    }

    [Fact]
    public void A_list_is_of_each_assembly_of_the_module() =>
        Assert.Equal(
            SourceProject.All.Where(name => name != "CustomLabels.Local.Server"),
            Directory.EnumerateFiles(Places.PublicApi, "*.verified.txt").Select(file => Path.GetFileName(file).Replace(".verified.txt", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static void AssertSame(string[] listed, string[] actual, string list)
    {
        var gone = WithTypes(listed).Except(WithTypes(actual), StringComparer.Ordinal).Select(line => $"- {line}");
        var added = WithTypes(actual).Except(WithTypes(listed), StringComparer.Ordinal).Select(line => $"+ {line}");
        var difference = string.Join("\n", gone.Concat(added));
        Assert.True(
            difference.Length == 0,
            $"What is public is not what {Path.GetFileName(list)} lists (- listed, + found):\n{difference}\n"
            + $"If that is meant, write the lists anew and commit them: {Accept}=1 dotnet test tests/CustomLabels.Package.Tests -c Release --filter PublicApiTests");
        Assert.True(listed.SequenceEqual(actual, StringComparer.Ordinal), $"{Path.GetFileName(list)} has its lines in another order.");
    }

    // A member's line says little without its type's.
    private static string[] WithTypes(string[] lines)
    {
        var type = "";
        return [.. lines.Select(line =>
        {
            if (line.StartsWith(' ')) return $"{type} {line.Trim()}";
            type = line.Split(" : ")[0].Split(' ')[^1];
            return line;
        })];
    }
}
