using System;
using System.Collections.Generic;
using System.IO;

namespace CustomLabels.Reports.Page;

/// <summary>Markup with places that are filled in: <c>&lt;!--name--&gt;</c>.</summary>
/// <param name="text">The markup. It has no other comments.</param>
internal sealed class PageTemplate(string text)
{
    private const string Start = "<!--";
    private const string End = "-->";

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="parts">What writes each place, by its name.</param>
    public void Write(TextWriter output, IReadOnlyDictionary<string, Action<TextWriter>> parts)
    {
        for (var position = 0; position < text.Length;)
        {
            var start = text.IndexOf(Start, position, StringComparison.Ordinal);
            if (start < 0)
            {
                output.Write(text.Substring(position));
                return;
            }

            var end = text.IndexOf(End, start, StringComparison.Ordinal);
            output.Write(text.Substring(position, start - position));
            parts[text.Substring(start + Start.Length, end - start - Start.Length)](output);
            position = end + End.Length;
        }
    }
}
