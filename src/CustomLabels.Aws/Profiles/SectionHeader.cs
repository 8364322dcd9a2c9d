using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Aws.Profiles;

/// <summary>What stands between the brackets of a section.</summary>
internal sealed class SectionHeader
{
    private SectionHeader(string text, IReadOnlyList<string> words, bool isValid)
    {
        Text = text;
        Words = words;
        IsValid = isValid;
    }

    /// <summary>As it is written, without blanks at its ends.</summary>
    public string Text { get; }

    /// <summary>Its words. In quotes, blanks belong to a word: <c>aws configure</c> quotes a name with blanks as a shell does.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether every word outside of quotes has no other characters than AWS's SDKs take: letters and digits of ASCII, and - _ . / % @ : +.</summary>
    public bool IsValid { get; }

    /// <summary>Reads the line of a header.</summary>
    /// <param name="line">The line, from its bracket on.</param>
    /// <param name="isWhole">Whether the bracket is closed, and nothing but a comment follows it.</param>
    public static SectionHeader Parse(string line, out bool isWhole)
    {
        var end = End(line);
        isWhole = end >= 0 && line.Substring(end + 1).Trim() is "" or ['#' or ';', ..];
        return Of((end >= 0 ? line.Substring(1, end - 1) : line.Substring(1)).Trim());
    }

    /// <summary>Whether a name can stand in a file without quotes.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        or '-' or '_' or '.' or '/' or '%' or '@' or ':' or '+');

    // The first bracket outside of quotes. A quote that is never closed is an apostrophe.
    private static int End(string line)
    {
        var quote = '\0';
        for (var i = 1; i < line.Length; i++)
        {
            if (quote == '\0' && line[i] is ']') return i;
            if (line[i] is '\'' or '"') quote = quote == '\0' ? line[i] : quote == line[i] ? '\0' : quote;
        }

        return quote == '\0' ? -1 : line.IndexOf(']');
    }

    // As Python's shlex, which the AWS CLI writes and reads them with: 'it'"'"'s' is one word.
    private static SectionHeader Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isWord, isValid, quote) = (false, true, '\0');
        foreach (var c in text.Append(' '))
        {
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word.Append(c);
            }
            else if (c is '\'' or '"')
            {
                (quote, isWord) = (c, true);
            }
            else if (c is not (' ' or '\t'))
            {
                word.Append(c);
                (isWord, isValid) = (true, isValid && IsName(c.ToString()));
            }
            else if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }

        return new SectionHeader(text, words, isValid && quote == '\0' && words.TrueForAll(static found => found.Length > 0 && !found.Any(char.IsControl)));
    }
}
