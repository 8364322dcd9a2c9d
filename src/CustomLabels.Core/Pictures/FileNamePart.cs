using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CustomLabels.Pictures;

/// <summary>Makes a part of a file's name of a label, on every system the same.</summary>
internal static class FileNamePart
{
    // With a stem and a number it stays below the 255 bytes of a name.
    private const int MostBytes = 60;
    private const string Forbidden = "<>:\"/\\|?*.";

    /// <summary>The part. Two labels may get the same one.</summary>
    /// <param name="label">The label's name.</param>
    public static string Of(string label)
    {
        var part = new StringBuilder();
        var bytes = 0;
        for (var i = 0; i < label.Length; i++)
        {
            var length = char.IsSurrogatePair(label, i) ? 2 : 1;
            var text = IsAllowed(label, i, length) ? label.Substring(i, length) : "_";
            bytes += Encoding.UTF8.GetByteCount(text);
            if (bytes > MostBytes) break;
            part.Append(text);
            i += length - 1;
        }

        return part.ToString().Trim() is { Length: > 0 } name ? name : "_";
    }

    private static bool IsAllowed(string text, int at, int length) => length == 2 || (!Forbidden.Contains(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text[at]) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate));
}
