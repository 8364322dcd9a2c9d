using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace CustomLabels.Annotations.Content;

/// <summary>Reads lines of bounded length: a file of another kind may be one line of any size.</summary>
internal static class TextLines
{
    /// <summary>The lines and their numbers, from 1; a line may end in LF or CR LF.</summary>
    /// <param name="content">The file.</param>
    /// <param name="limit">The most characters of a line.</param>
    /// <param name="bad">Makes the error of a line that is longer, or no text, of its number (0 where the line isn't known) and what is wrong; null for <see cref="ErrorId.AnnotationInvalid"/>.</param>
    /// <exception cref="CustomLabelsException">See there, and <see cref="ErrorId.AnnotationUnreadable"/>.</exception>
    public static IEnumerable<(string Text, int Number)> Read(AnnotationContent content, int limit, Func<int, string, Exception>? bad = null)
    {
        bad ??= (number, problem) => AnnotationErrors.InvalidAt(content.Path, number == 0 ? null : number, problem);
        using var reader = content.OpenText();
        var line = new StringBuilder();
        for (var number = 1; Next(reader, line, content.Path, number, limit, bad); number++) yield return (line.ToString(), number);
    }

    private static bool Next(TextReader reader, StringBuilder line, string file, int number, int limit, Func<int, string, Exception> bad)
    {
        line.Clear();
        try
        {
            int next;
            while ((next = reader.Read()) >= 0 && next != '\n')
            {
                if (next == '\r' && reader.Peek() == '\n') continue;
                if (line.Length == limit) throw bad(number, FormattableString.Invariant($"It is over {limit} characters."));
                line.Append((char)next);
            }

            return next >= 0 || line.Length > 0;
        }
        catch (DecoderFallbackException)
        {
            // What is read ahead is decoded ahead: the line is not known.
            throw bad(0, "It is neither UTF-8 nor UTF-16 with a byte order mark.");
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(file, e.Message), e);
        }
    }
}
