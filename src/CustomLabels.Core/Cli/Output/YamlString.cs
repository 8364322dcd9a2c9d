using System.Collections.Generic;
using System.Globalization;
using CustomLabels.Text;

namespace CustomLabels.Cli.Output;

/// <summary>Writes texts as the CLI's YAML library (libyaml 0.1.7 in ruamel.yaml.clib) does: plain, in single or in double quotes, folded at spaces after column 80.</summary>
internal static class YamlString
{
    private const int BestWidth = 80;

    // What has a letter of its own after the backslash.
    private static readonly Dictionary<int, string> Escapes = new()
    {
        [0x00] = "0",
        [0x07] = "a",
        [0x08] = "b",
        [0x09] = "t",
        [0x0A] = "n",
        [0x0B] = "v",
        [0x0C] = "f",
        [0x0D] = "r",
        [0x1B] = "e",
        [0x22] = "\"",
        [0x5C] = "\\",
        [0x85] = "N",
        [0xA0] = "_",
        [0x2028] = "L",
        [0x2029] = "P",
    };

    /// <summary>Writes a text.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="value">The text.</param>
    /// <param name="indent">The column at which its further lines begin.</param>
    public static void Write(YamlText text, string value, int indent)
    {
        var characters = YamlCharacters.Of(value);
        switch (YamlStyles.Of(value, characters))
        {
            case YamlStyle.Plain: WritePlain(text, characters, indent); break;
            case YamlStyle.SingleQuoted: WriteSingleQuoted(text, characters, indent); break;
            default: WriteDoubleQuoted(text, characters, indent); break;
        }
    }

    private static void WritePlain(YamlText text, IReadOnlyList<int> value, int indent)
    {
        for (var i = 0; i < value.Count; i++)
        {
            if (IsFoldedAt(text, value, i) && value[i + 1] != ' ') Fold(text, indent);
            else text.Put(value[i]);
        }
    }

    private static void WriteSingleQuoted(YamlText text, IReadOnlyList<int> value, int indent)
    {
        text.Put("'");
        var afterBreak = false;
        for (var i = 0; i < value.Count; i++)
        {
            if (YamlCharacters.IsBreak(value[i]))
            {
                // A line end alone would be read as a space.
                if (!afterBreak && value[i] == '\n') text.Break();
                text.Break(value[i]);
                afterBreak = true;
                continue;
            }

            if (afterBreak) text.Indent(indent);
            afterBreak = false;
            if (IsFoldedAt(text, value, i) && value[i + 1] != ' ') Fold(text, indent);
            else if (value[i] == '\'') text.Put("''");
            else text.Put(value[i]);
        }

        if (afterBreak) text.Indent(indent);
        text.Put("'");
    }

    private static void WriteDoubleQuoted(YamlText text, IReadOnlyList<int> value, int indent)
    {
        text.Put("\"");
        for (var i = 0; i < value.Count; i++)
        {
            var c = value[i];
            if (!YamlCharacters.IsPrintable(c) || YamlCharacters.IsBreak(c) || c is '"' or '\\')
            {
                text.Put("\\" + (Escapes.TryGetValue(c, out var letter) ? letter : Hexadecimal(c)));
            }
            else if (IsFoldedAt(text, value, i))
            {
                Fold(text, indent);
                if (value[i + 1] == ' ') text.Put("\\");
            }
            else
            {
                text.Put(c);
            }
        }

        text.Put("\"");
    }

    // Only at the first of several spaces, and neither at the text's first nor at its last character.
    private static bool IsFoldedAt(YamlText text, IReadOnlyList<int> value, int i) =>
        value[i] == ' ' && text.Column > BestWidth && i > 0 && i < value.Count - 1 && value[i - 1] != ' ';

    private static void Fold(YamlText text, int indent)
    {
        text.Break();
        text.Indent(indent);
    }

    private static string Hexadecimal(int c) => c switch
    {
        <= 0xFF => "x" + c.ToString("X2", CultureInfo.InvariantCulture),
        <= 0xFFFF => "u" + c.ToString("X4", CultureInfo.InvariantCulture),
        _ => "U" + c.ToString("X8", CultureInfo.InvariantCulture),
    };
}
