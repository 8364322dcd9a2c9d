using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Cli.Output;

/// <summary>A list of structures: the only kind of list in these answers.</summary>
internal sealed class NodeList(IReadOnlyList<Structure> items) : Node
{
    /// <summary>The items in the answer's order.</summary>
    public IReadOnlyList<Structure> Items => items;

    /// <summary>Names of what any item has in texts and numbers, sorted.</summary>
    public IReadOnlyList<string> ScalarNames => Names(item => item.ScalarNames);

    /// <summary>Names of what any item has in structures and lists, sorted.</summary>
    public IReadOnlyList<string> OtherNames => Names(item => item.OtherNames);

    private string[] Names(Func<Structure, IEnumerable<string>> of) =>
        items.SelectMany(of).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();
}
