using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace CustomLabels.CliOutput;

/// <summary>Chooses how a text is written: as plainly as it can be so that a reader gets the same text back, not a number or a structure.</summary>
internal static class YamlStyles
{
    // What ruamel.yaml reads as something else than a text when it is plain (YAML 1.2, and its own timestamps).
    private static readonly Regex NotText = new(
        """
        ^(?:
            true | True | TRUE | false | False | FALSE | null | Null | NULL | ~ | << | = |
          | [-+]? (?: [0-9][0-9_]* \. [0-9_]* (?: [eE] [-+]? [0-9]+ )? | [0-9][0-9_]* [eE] [-+]? [0-9]+ | \. [0-9_]+ (?: [eE] [-+] [0-9]+ )? | \. (?: inf | Inf | INF ) )
          | \. (?: nan | NaN | NAN )
          | (?! _ ) [-+]? (?: 0b [01_]+ | 0o? [0-7_]+ | [0-9_]+ | 0x [0-9a-fA-F_]+ )
          | [0-9]{4} - [0-9]{2} - [0-9]{2}
          | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [Tt] | [ \t]+ ) [0-9]{1,2} : [0-9]{2} : [0-9]{2} (?: \. [0-9]* )? (?: [ \t]* (?: Z | [-+] [0-9]{1,2} (?: : [0-9]{2} )? ) )?
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    /// <summary>The style of a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="characters">Its code points.</param>
    public static YamlStyle Of(string value, IReadOnlyList<int> characters)
    {
        if (!CanBeQuotedSingly(characters)) return YamlStyle.DoubleQuoted;
        return value.Length == 0 || NotText.IsMatch(value) || IsBroken(characters) || HasIndicator(characters) ? YamlStyle.SingleQuoted : YamlStyle.Plain;
    }

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
