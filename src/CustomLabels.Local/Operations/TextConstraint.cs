using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace CustomLabels.Local.Operations;

/// <summary>What the model asks of each text of a list or map.</summary>
internal sealed class TextConstraint
{
    private readonly Func<string, bool> _isMet;
    private readonly string _text;

    /// <summary>A length and a form.</summary>
    /// <param name="min">Least characters.</param>
    /// <param name="max">Most characters.</param>
    /// <param name="form">The pattern for .NET.</param>
    /// <param name="modelPattern">The same as the service's model writes it.</param>
    public TextConstraint(int min, int max, string form, string modelPattern)
    {
        var regex = new Regex(form, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        _isMet = text => text.Length >= min && text.Length <= max && regex.IsMatch(text);
        var pattern = $"Member must satisfy regular expression pattern: {modelPattern}";
        _text = FormattableString.Invariant($"[Member must have length less than or equal to {max}, Member must have length greater than or equal to {min}, {pattern}]");
    }

    /// <summary>A choice.</summary>
    /// <param name="values">What there is to choose from.</param>
    public TextConstraint(params string[] values)
    {
        _isMet = text => values.Contains(text, StringComparer.Ordinal);
        _text = $"[Member must satisfy enum value set: [{string.Join(", ", values)}]]";
    }

    /// <summary>The names of projects and of versions.</summary>
    public static TextConstraint Name { get; } = new(1, 255, @"\A[a-zA-Z0-9_.\-]+\z", @"[a-zA-Z0-9_.\-]+");

    /// <summary>The keys of tags.</summary>
    public static TextConstraint TagKey { get; } = new(1, 128, @"\A(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z", @"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$");

    /// <summary>The values of tags.</summary>
    public static TextConstraint TagValue { get; } = new(0, 256, @"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z", @"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$");

    /// <summary>Whether a text is as asked; null is not.</summary>
    public bool IsMet(string? text) => text is not null && _isMet(text);

    /// <summary>The constraint in the words of AWS's front end.</summary>
    public override string ToString() => _text;
}
