using System.Text;

namespace CustomLabels.Reports.Page;

/// <summary>Text from outside as text of a page, in an element or in the value of an attribute.</summary>
internal static class PageText
{
    /// <summary>A text of bounded length, in which no character is markup, and none hides or turns others: see <see cref="VisibleText.Of"/>.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string? text) => Escaped(VisibleText.Of(text));

    /// <summary>A text of our own, in which no character is markup.</summary>
    /// <param name="text">The text.</param>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
