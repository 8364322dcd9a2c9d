using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomLabels.Api.Constraints;

/// <summary>A pattern of the service's model, as .NET's regular expression. Safe for concurrent use.</summary>
/// <remarks>
/// It is Java's: the whole text has to match; <c>\d</c> and <c>\S</c> know ASCII only; a point is no line end, of which there are five; a character beyond U+FFFF is
/// one, and a letter if it is. .NET differs in each of these. What the model doesn't use is not translated.
/// </remarks>
/// <param name="pattern">The pattern as the model has it.</param>
internal sealed class ModelPattern(string pattern)
{
    private const string LineEnds = @"\n\r\u0085\u2028\u2029";

    // One of each kind that no pattern names by itself, nor as part of a range.
    private const char Letter = '\u3042';
    private const char Number = '\u2160';
    private const char Other = '\uFFFD';

    private readonly Regex _regex = ToRegex(pattern);

    /// <summary>Whether a text is of this form.</summary>
    public bool IsMatch(string text) => _regex.IsMatch(WithoutPairs(text));

    /// <summary>The text with one of .NET's characters for each of Unicode's: for what takes two stands another of its kind.</summary>
    private static string WithoutPairs(string text)
    {
        if (!text.Any(char.IsSurrogate)) return text;
        var single = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text, i))
            {
                single.Append(text[i]);
                continue;
            }

            single.Append(CharUnicodeInfo.GetUnicodeCategory(text, i) switch
            {
                <= UnicodeCategory.OtherLetter => Letter,
                UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number,
                _ => Other,
            });
            i++;
        }

        return single.ToString();
    }

    private static Regex ToRegex(string pattern)
    {
        var text = new StringBuilder(@"\A(?:");
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                text.Append(Escape(pattern[++i], inClass));
                continue;
            }

            if (pattern[i] == '[') inClass = true;
            else if (pattern[i] == ']') inClass = false;
            text.Append(inClass ? pattern[i].ToString() : pattern[i] switch
            {
                '.' => $"[^{LineEnds}]",
                '^' => @"\A",
                '$' => @"\z",
                var other => other.ToString(),
            });
        }

        return new Regex(text.Append(@")\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    private static string Escape(char escaped, bool inClass) => escaped switch
    {
        'd' => inClass ? "0-9" : "[0-9]",
        'S' => @"[^ \t\n\x0B\f\r]",
        '/' => "/",
        _ => "\\" + escaped,
    };
}
