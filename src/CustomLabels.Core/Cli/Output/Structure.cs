using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Cli.Output;

/// <summary>Members by name.</summary>
internal sealed class Structure(IReadOnlyList<KeyValuePair<string, Node>> members) : Node
{
    /// <summary>The members that were sent, in the service model's order.</summary>
    public IReadOnlyList<KeyValuePair<string, Node>> Members => members;

    /// <summary>The members by name: the order of every output but JSON.</summary>
    public IEnumerable<KeyValuePair<string, Node>> Sorted => members.OrderBy(member => member.Key, StringComparer.Ordinal);

    /// <summary>Names of the members that are texts and numbers, sorted.</summary>
    public IEnumerable<string> ScalarNames => Sorted.Where(member => member.Value is Scalar).Select(member => member.Key);

    /// <summary>Names of the members that are structures and lists, sorted.</summary>
    public IEnumerable<string> OtherNames => Sorted.Where(member => member.Value is not Scalar).Select(member => member.Key);

    /// <summary>The member of a name; null when it wasn't sent.</summary>
    public Node? this[string name] => members.FirstOrDefault(member => member.Key == name).Value;

    /// <summary>A text or number as Python's <c>str</c> gives it; empty when it wasn't sent.</summary>
    public string TextOf(string name) => (this[name] as Scalar)?.Text ?? "";
}
