using System;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CustomLabels.Binding;

/// <summary>A name of the service's, with or without PowerShell's wildcards.</summary>
internal sealed class NamePattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly Regex NameForm = new(@"\A[a-zA-Z0-9_.\-]{1,255}\z", RegexOptions.CultureInvariant, Limit);

    // No other character can match one of a name; an object that PowerShell has made a text of has others, and may have brackets in it too.
    private static readonly Regex PatternForm = new(@"\A[a-zA-Z0-9_.\-*?\[\]`]+\z", RegexOptions.CultureInvariant, Limit);

    private readonly WildcardPattern? _pattern;

    private NamePattern(string text, WildcardPattern? pattern)
    {
        Text = text;
        _pattern = pattern;
    }

    /// <summary>The name, or the pattern, as it was given.</summary>
    public string Text { get; }

    /// <summary>Whether it is one name, letter by letter.</summary>
    public bool IsName => _pattern is null;

    /// <summary>Takes a name or a pattern; null for what is neither.</summary>
    public static NamePattern? TryParse(string text)
    {
        if (NameForm.IsMatch(text)) return new NamePattern(text, pattern: null);
        if (!WildcardPattern.ContainsWildcardCharacters(text) || !PatternForm.IsMatch(text)) return null;
        try
        {
            var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            pattern.IsMatch("");
            return new NamePattern(text, pattern);
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }

    /// <summary>Whether a name is meant.</summary>
    public bool Matches(string name) => _pattern?.IsMatch(name) ?? string.Equals(name, Text, StringComparison.Ordinal);
}
