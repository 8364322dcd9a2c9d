using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace CustomLabels.Package.Tests.Desktop;

/// <summary>The module's files for Windows PowerShell, where none is at hand: all that they ask for is there.</summary>
public sealed class DesktopTests(ITestOutputHelper output)
{
    private readonly Session _session = new();

    [ModuleFact]
    public void Every_assembly_reference_finds_an_assembly()
    {
        var missing = new List<string>();
        foreach (var library in _session.Shipped)
        {
            var found = library.References.Select(reference => (Reference: reference, Answer: _session.Find(reference))).ToList();
            missing.AddRange(found.Where(pair => pair.Answer is null).Select(pair => $"{library} asks for {pair.Reference}"));
            output.WriteLine($"{library}: {string.Join(", ", found.GroupBy(pair => pair.Answer?.Origin).Select(group => $"{group.Key} {group.Count()}"))}");
            foreach (var (reference, answer) in found.Where(pair => pair.Answer is { Origin: Origin.Resolver }))
                output.WriteLine($"    the resolver gives {answer!.Value.Library.Name.Version} for {reference.Name} {reference.Version}");
        }

        Assert.Empty(missing);
    }

    [ModuleFact]
    public void Every_type_method_and_field_that_is_used_is_there()
    {
        var members = new Members(_session);
        var missing = new List<string>();
        foreach (var library in _session.Shipped)
        {
            var before = members.Count;
            missing.AddRange(members.Missing(library));
            output.WriteLine($"{library}: {members.Count - before} looked up");
        }

        output.WriteLine($"{members.Count} types, methods and fields looked up.");
        Assert.Empty(missing);
    }

    [ModuleFact]
    public void No_assembly_is_shipped_twice() =>
        Assert.Empty(_session.Shipped.GroupBy(library => library.Name.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [ModuleFact]
    public void Nothing_of_PowerShell_is_shipped() => Assert.DoesNotContain(_session.Shipped, library => library.Name.Name == "System.Management.Automation");
}
