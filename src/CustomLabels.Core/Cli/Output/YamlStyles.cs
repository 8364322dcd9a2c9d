using System.Collections.Generic;

namespace CustomLabels.Cli.Output;

/// <summary>Chooses how a text is written: as plainly as it can be so that a reader gets the same text back, not a number or a structure.</summary>
internal static class YamlStyles
{
    /// <summary>The style of a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="characters">Its code points.</param>
    public static YamlStyle Of(string value, IReadOnlyList<int> characters)
    {
        if (!CanBeQuotedSingly(characters)) return YamlStyle.DoubleQuoted;
        return IsMoreThanText(value) || IsBroken(characters) || HasIndicator(characters) ? YamlStyle.SingleQuoted : YamlStyle.Plain;
    }

    // What ruamel.yaml would read as something else when it is plain; << and = have a meaning of their own to it.
    private static bool IsMoreThanText(string value) => value is "<<" or "=" || YamlForms.KindOf(value) != InputKind.Text;

    // Escapes are needed for what isn't printable, and for spaces at a line end, which a reader would drop.
    private static bool CanBeQuotedSingly(IReadOnlyList<int> text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!YamlCharacters.IsPrintable(text[i])) return false;
            if (i > 0 && ((text[i] == ' ' && YamlCharacters.IsBreak(text[i - 1])) || (YamlCharacters.IsBreak(text[i]) && text[i - 1] == ' '))) return false;
        }

        return true;
    }

    // Plain texts have one line, and neither begin nor end with a space.
    private static bool IsBroken(IReadOnlyList<int> text)
    {
        foreach (var c in text)
        {
            if (YamlCharacters.IsBreak(c)) return true;
        }

        return text.Count > 0 && (text[0] == ' ' || text[text.Count - 1] == ' ');
    }

    private static bool HasIndicator(IReadOnlyList<int> text)
    {
        if (text.Count >= 3 && text[0] is '-' or '.' && text[1] == text[0] && text[2] == text[0]) return true;
        for (var i = 0; i < text.Count; i++)
        {
            if (IsIndicator(text, i)) return true;
        }

        return false;
    }

    private static bool IsIndicator(IReadOnlyList<int> text, int place) => text[place] switch
    {
        ':' => YamlCharacters.IsBlankAt(text, place + 1),
        '#' => place == 0 || YamlCharacters.IsBlankAt(text, place - 1),
        '?' or '-' => place == 0 && YamlCharacters.IsBlankAt(text, 1),
        ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => place == 0,
        _ => false,
    };
}
