using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CustomLabels.Cli.Output;

/// <summary><c>--output json</c>: Python's <c>json.dump(indent=4, ensure_ascii=False)</c>.</summary>
internal static class JsonOutput
{
    private const string Indentation = "    ";

    /// <summary>The text of an answer.</summary>
    public static string Of(Node answer)
    {
        var text = new StringBuilder();
        Write(text, answer, "\n");
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, Node node, string lineStart)
    {
        switch (node)
        {
            case Structure structure:
                WriteBlock(text, '{', structure.Members, '}', lineStart, member =>
                {
                    WriteString(text, member.Key);
                    text.Append(": ");
                    return member.Value;
                });
                break;
            case NodeList list: WriteBlock(text, '[', list.Items, ']', lineStart, item => item); break;
            case Scalar { IsNumber: true } number: text.Append(number.Text.Replace("inf", "Infinity")); break;
            case Scalar scalar: WriteString(text, scalar.Text); break;
        }
    }

    private static void WriteBlock<T>(StringBuilder text, char open, IReadOnlyList<T> parts, char close, string lineStart, Func<T, Node> begin)
    {
        text.Append(open);
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(lineStart).Append(Indentation);
            Write(text, begin(parts[i]), lineStart + Indentation);
        }

        text.Append(parts.Count == 0 ? "" : lineStart).Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)c); break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }
}
