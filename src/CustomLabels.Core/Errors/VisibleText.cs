using System.Globalization;
using System.Text;

namespace CustomLabels;

/// <summary>Makes text from outside safe to write to a terminal.</summary>
/// <remarks>A file may be named so that it clears the screen, or shows as another name.</remarks>
public static class VisibleText
{
    /// <summary>Writes what has no shape of its own as <c>\u001B</c>: control, formatting (such as right-to-left marks) and line-breaking characters, and
    /// halves of surrogate pairs.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string? text)
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

    private static bool IsVisible(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
