using System.Collections.Generic;

namespace CustomLabels.Cli.Output;

/// <summary>Characters as libyaml 0.1.7 sees them.</summary>
internal static class YamlCharacters
{
    /// <summary>A text's code points.</summary>
    public static IReadOnlyList<int> Of(string text)
    {
        var characters = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) characters.Add(char.ConvertToUtf32(text, i));
        return characters;
    }

    /// <summary>Whether it is written as it is; tabs and all that is outside the first plane (emoji) are not.</summary>
    public static bool IsPrintable(int c) => c is '\n' or (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xFFFD and not 0xFEFF);

    /// <summary>Whether it ends a line.</summary>
    public static bool IsBreak(int c) => c is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>Whether there is a space, tab, line end or NUL, or the text's end, which libyaml sees as a NUL.</summary>
    public static bool IsBlankAt(IReadOnlyList<int> text, int place) => place >= text.Count || text[place] is ' ' or '\t' or 0 || IsBreak(text[place]);
}
