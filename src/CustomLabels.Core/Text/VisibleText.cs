using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomLabels;

/// <summary>Makes text from outside fit for people: safe to write to a terminal, and of bounded length.</summary>
/// <remarks>A file may be named so that it clears the screen, or shows as another name; and what is given as a path may be a whole picture as text.</remarks>
public static class VisibleText
{
    /// <summary>The most characters of one text from outside in a message, a name or a line of a journal.</summary>
    internal const int MaxLength = 400;

    private const string Ellipsis = "…";

    /// <summary>A text from outside as a part of a message: see <see cref="Whole"/> and <see cref="Cut"/>.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string? text) => Cut(Whole(Cut(text)));

    /// <summary>A text whose parts from outside are cut already. What has no shape of its own is written as <c>\u001B</c>: control, formatting (such as
    /// right-to-left marks) and line-breaking characters, and halves of surrogate pairs.</summary>
    /// <param name="text">Any text.</param>
    internal static string Whole(string? text)
    {
        if (text is null) return "";
        StringBuilder? visible = null;
        for (int i = 0, length; i < text.Length; i += length)
        {
            length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, i)))
            {
                visible?.Append(text, i, length);
                continue;
            }

            visible ??= new StringBuilder(text, 0, i, text.Length + 16);
            for (var c = i; c < i + length; c++) visible.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)text[c]);
        }

        return visible?.ToString() ?? text;
    }

    /// <summary>A text that is not shown but kept, such as the name of what an error is about: as it is, without its middle where it is long.</summary>
    /// <param name="text">Any text; null stays null.</param>
    /// <param name="length">The most characters; 2 and up.</param>
    /// <remarks>The middle, because the end of a path is the file's name, and the end of a message often says what is allowed.</remarks>
    [return: NotNullIfNotNull(nameof(text))]
    internal static string? Cut(string? text, int length = MaxLength)
    {
        if (text is null || text.Length <= length) return text;
        var head = length * 5 / 8;
        var tail = text.Length - (length - head - Ellipsis.Length);
        // Half a surrogate pair is not a character.
        if (char.IsHighSurrogate(text[head - 1])) head--;
        if (char.IsLowSurrogate(text[tail])) tail++;
        return text.Substring(0, head) + Ellipsis + text.Substring(tail);
    }

    private static bool IsVisible(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
