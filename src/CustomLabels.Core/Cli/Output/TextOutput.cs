using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Cli.Output;

/// <summary><c>--output text</c>: a line for each structure that holds texts or numbers, its name first, then the values by their names' order.</summary>
/// <remarks>As in the CLI, a label's name is written as it is: one that has tabs or line ends in it moves columns.</remarks>
internal static class TextOutput
{
    /// <summary>The text of an answer; empty without labels.</summary>
    public static string Of(Structure answer)
    {
        var text = new StringBuilder();
        Write(text, identifier: null, answer, answer.ScalarNames);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string? identifier, Structure structure, IEnumerable<string> names)
    {
        var values = names.Select(structure.TextOf).ToList();
        if (values.Count > 0)
        {
            if (identifier is not null) values.Insert(0, identifier.ToUpperInvariant());
            text.Append(string.Join("\t", values)).Append('\n');
        }

        foreach (var member in structure.Sorted)
        {
            if (member.Value is Structure inner) Write(text, member.Key, inner, inner.ScalarNames);
            else if (member.Value is NodeList list) Write(text, member.Key, list);
        }
    }

    private static void Write(StringBuilder text, string identifier, NodeList list)
    {
        // Every item has a column for what any of them has.
        var names = list.ScalarNames;
        foreach (var item in list.Items) Write(text, identifier, item, names);
    }
}
