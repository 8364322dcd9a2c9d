using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CustomLabels.Completion;

/// <summary>What has been typed of an argument: it may be in quotes, of which the last is still to come, and may have wildcards.</summary>
internal sealed class CompletionWord
{
    private readonly char? _quote;
    private readonly WildcardPattern? _pattern;

    /// <summary>Takes a word as the engine hands it over.</summary>
    public CompletionWord(string? typed)
    {
        typed ??= "";
        if (typed.Length > 0 && typed[0] is '\'' or '"')
        {
            _quote = typed[0];
            typed = typed.Substring(1);
            if (typed.Length > 0 && typed[typed.Length - 1] == _quote) typed = typed.Substring(0, typed.Length - 1);
            if (_quote == '\'') typed = typed.Replace("''", "'");
        }

        // A backtick says that the next character means nothing but itself, also before a wildcard.
        Text = _quote == '\'' ? typed : typed.Replace("`", "");
        _pattern = Pattern(typed);
    }

    /// <summary>The word without quotes.</summary>
    public string Text { get; }

    /// <summary>Whether a name begins with the word.</summary>
    public bool Begins(string name) => name.StartsWith(Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name has the word in it, or matches its wildcards.</summary>
    public bool Matches(string name) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, Text, CompareOptions.OrdinalIgnoreCase) >= 0 || _pattern?.IsMatch(name) == true;

    /// <summary>Writes a value so that PowerShell reads it back as it is: in the word's own kind of quotes, or in some where it must.</summary>
    public string Quote(string value)
    {
        if (_quote is null && IsBare(value)) return value;
        return _quote == '"' && !value.Any(IsSpecialInDoubleQuotes) ? $"\"{value}\"" : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
    }

    private static WildcardPattern? Pattern(string text)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(text)) return null;
        try
        {
            var pattern = WildcardPattern.Get(text + "*", WildcardOptions.IgnoreCase);
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            // The first half of a pair of brackets, so far: a character as any other.
            return null;
        }
    }

    private static bool IsBare(string value) =>
        value.Length > 0 && (char.IsLetter(value[0]) || value[0] == '_') && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '+' or '=');

    // PowerShell takes typographic quotes for quotes.
    private static bool IsSpecialInDoubleQuotes(char c) => c is '"' or '`' or '$' or '\u201C' or '\u201D' or '\u201E';
}
