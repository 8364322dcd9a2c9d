using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Cli.Output;

/// <summary><c>--output yaml</c> and <c>yaml-stream</c>: block style, members by name, lists not indented within structures.</summary>
internal sealed class YamlOutput
{
    private readonly YamlText _text = new();

    private YamlOutput()
    {
    }

    /// <summary>The text of an answer, or of a list of answers.</summary>
    public static string Of(Node node)
    {
        var output = new YamlOutput();
        output.WriteBlock(node, indent: 0);
        output._text.Break();
        return output._text.ToString();
    }

    private void WriteBlock(Node node, int indent)
    {
        if (node is Structure structure) Write(structure.Sorted, indent);
        else if (node is NodeList list) Write(list.Items, indent);
    }

    private void Write(IEnumerable<KeyValuePair<string, Node>> members, int indent)
    {
        foreach (var (member, i) in members.Select((member, i) => (member, i)))
        {
            if (i > 0) NewLine(indent);
            _text.Put(member.Key + ":");
            if (IsBlock(member.Value))
            {
                var inner = member.Value is NodeList ? indent : indent + 2;
                NewLine(inner);
                WriteBlock(member.Value, inner);
            }
            else
            {
                WriteInline(member.Value, indent + 2);
            }
        }
    }

    private void Write(IReadOnlyList<Structure> items, int indent)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) NewLine(indent);
            _text.Put("-");
            if (IsBlock(items[i]))
            {
                _text.Put(" ");
                WriteBlock(items[i], indent + 2);
            }
            else
            {
                WriteInline(items[i], indent + 2);
            }
        }
    }

    private void WriteInline(Node node, int indent)
    {
        _text.Put(" ");
        if (node is Structure) _text.Put("{}");
        else if (node is NodeList) _text.Put("[]");
        else if (node is Scalar { IsNumber: true } number) _text.Put(number.Text.Replace("inf", ".inf"));
        else if (node is Scalar scalar) YamlString.Write(_text, scalar.Text, indent);
    }

    private void NewLine(int indent)
    {
        _text.Break();
        _text.Indent(indent);
    }

    private static bool IsBlock(Node node) => node is Structure { Members.Count: > 0 } or NodeList { Items.Count: > 0 };
}
