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

    /// <summary>The text as one name: without the quotes around it, if it has them.</summary>
    public string Name => IsQuoted ? Words[0] : Text;

    /// <summary>Whether the name can stand in the credentials file for every SDK of AWS.</summary>
    public bool IsSingle => IsQuoted || IsName(Text);

    private bool IsQuoted => Words.Count == 1 && Text.Length > 2 && Text[0] is '\'' or '"' && Text[Text.Length - 1] == Text[0];

    /// <summary>Whether every word outside of quotes has no other characters than AWS's SDKs take: letters and digits of ASCII, and - _ . / % @ : +.</summary>
    public bool IsValid { get; }

    /// <summary>Reads the line of a header.</summary>
    /// <param name="line">The line, from its bracket on.</param>
    /// <param name="isWhole">Whether the bracket is closed, and nothing but a comment follows it.</param>
    public static SectionHeader Parse(string line, out bool isWhole)
    {
        var end = End(line, minded: true) ?? End(line, minded: false);
        isWhole = end is not null;
        var length = (end ?? (line.IndexOf(']') is > 0 and var first ? first : line.Length)) - 1;
        return Of(line.Substring(1, length).Trim());
    }

    /// <summary>Whether a name can stand in a file without quotes.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        or '-' or '_' or '.' or '/' or '%' or '@' or ':' or '+');

    // The first bracket that nothing follows but a comment. Those within quotes don't count, unless a quote is never closed: then it is an apostrophe.
    private static int? End(string line, bool minded)
    {
        var quote = '\0';
        for (var i = 1; i < line.Length; i++)
        {
            if (quote == '\0' && line[i] is ']' && line.Substring(i + 1).TrimStart() is "" or ['#' or ';', ..]) return i;
            if (minded && line[i] is '\'' or '"') quote = quote == '\0' ? line[i] : quote == line[i] ? '\0' : quote;
        }

        return null;
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
