using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Cli.Output;

/// <summary><c>--output table</c>: a section for each structure and list. Where there is no terminal, the CLI assumes one of 80 columns:
/// a table that is wider has its single rows set upright; if that isn't enough it is as wide as it must be.</summary>
internal sealed class TableOutput
{
    private const int TerminalWidth = 80;
    private readonly List<TableSection> _sections = [];

    private TableOutput()
    {
    }

    /// <summary>The text of an answer.</summary>
    /// <param name="title">The operation's name.</param>
    /// <param name="answer">The answer.</param>
    public static string Of(string title, Structure answer)
    {
        var table = new TableOutput();
        table.Build(title, answer, depth: 0);
        return Render(table._sections);
    }

    private void Build(string title, Node node, int depth)
    {
        if (node is NodeList { Items.Count: > 0 } list) Build(title, list, depth);
        else if (node is Structure { Members.Count: > 0 } structure) Build(title, structure, depth);
    }

    private void Build(string title, Structure structure, int depth)
    {
        var section = NewSection(title, depth);
        var names = structure.ScalarNames.ToArray();
        var values = names.Select(structure.TextOf).ToArray();
        if (names.Length == 1)
        {
            section.AddRow([names[0], values[0]]);
        }
        else if (names.Length > 1)
        {
            section.AddHeaders(names);
            section.AddRow(values);
        }

        foreach (var name in structure.OtherNames) Build(name, structure[name]!, depth + 1);
    }

    private void Build(string title, NodeList list, int depth)
    {
        var (names, others) = (list.ScalarNames, list.OtherNames);
        TableSection? section = null;
        foreach (var item in list.Items)
        {
            // What is nested in an item ends its section: the next one needs its own.
            if (section is null || others.Count > 0)
            {
                section = NewSection(title, depth);
                section.AddHeaders(names);
            }

            section.AddRow(names.Select(item.TextOf).ToArray());
            foreach (var other in others)
            {
                if (item[other] is { } node) Build(other, node, depth + 1);
            }
        }
    }

    private TableSection NewSection(string title, int depth)
    {
        var section = new TableSection(title, depth);
        _sections.Add(section);
        return section;
    }

    private static string Render(List<TableSection> sections)
    {
        var width = sections.Max(section => section.TotalWidth);
        if (width > TerminalWidth)
        {
            sections = sections.ConvertAll(section => section.Upright());
            width = sections.Max(section => section.TotalWidth);
        }

        var text = new StringBuilder().Append('-', width).Append('\n');
        foreach (var section in sections)
        {
            foreach (var line in Lines(section, width - (2 * section.Depth)))
                text.Append('|', section.Depth).Append(line).Append('|', section.Depth).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(TableSection section, int width)
    {
        yield return Centered(section.Title, width, "|");
        if (section.Headers.Count == 0 && section.Rows.Count == 0) yield return $"+{new string('-', width - 2)}+";

        var widths = section.WidthsWithin(width);
        if (widths.Count == 0) yield break;
        var rule = "+" + string.Concat(widths.Select((columns, i) => new string('-', Math.Max(0, columns - (i == 0 ? 2 : 1))) + "+"));
        if (section.Headers.Count > 0)
        {
            yield return rule;
            yield return string.Concat(section.Headers.Select((header, i) => Centered(header, widths[i], i == 0 ? "|" : "")));
        }

        yield return rule;
        foreach (var row in section.Rows) yield return string.Concat(row.Select((cell, i) => LeftAligned(cell, widths[i], i == 0 ? "|" : "")));
        yield return rule;
    }

    private static string Centered(string text, int width, string leftEdge)
    {
        var own = DisplayWidth.Of(text);
        var before = (width / 2) - (own / 2) - 1;
        // Where there is no room the CLI counts a negative space, and makes up for it at the right.
        return leftEdge + Spaces(before) + text + Spaces(width - 1 - leftEdge.Length - before - own) + "|";
    }

    private static string LeftAligned(string text, int width, string leftEdge)
    {
        var own = DisplayWidth.Of(text);
        var padding = width >= own + 3 + leftEdge.Length ? 2 : 0;
        return leftEdge + Spaces(padding) + text + Spaces(width - 1 - leftEdge.Length - padding - own) + "|";
    }

    private static string Spaces(int count) => new(' ', Math.Max(0, count));
}
