using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Api.Constraints;

/// <summary>What a text may be: its length and form, or one of a set. Safe for concurrent use.</summary>
internal sealed class TextRule
{
    private readonly IReadOnlyList<string>? _values;
    private readonly string? _pattern;

    // Made when it is first asked for: most commands need few of the model's patterns, and none at import.
    private readonly Lazy<ModelPattern>? _form;

    /// <summary>A length and a form.</summary>
    /// <param name="min">Least characters; null for no bound.</param>
    /// <param name="max">Most characters; null for no bound.</param>
    /// <param name="pattern">The form, as the service's model writes it; null for any.</param>
    public TextRule(int? min, int? max, string? pattern = null)
    {
        Length = new LengthRule(min, max);
        _pattern = pattern;
        if (pattern is not null) _form = new Lazy<ModelPattern>(() => new ModelPattern(pattern));
    }

    /// <summary>A choice.</summary>
    /// <param name="values">What there is to choose from.</param>
    public TextRule(IReadOnlyList<string> values)
    {
        Length = new LengthRule(Min: null, Max: null);
        _values = values;
    }

    /// <summary>How many characters it may have.</summary>
    public LengthRule Length { get; }

    /// <summary>Whether a text is as it should be; null is not.</summary>
    public bool IsMet(string? text) => text is not null && !Violations(text).Any();

    /// <summary>What a text violates, in the words of AWS's front end.</summary>
    public IEnumerable<string> Violations(string text)
    {
        // Characters of Unicode (Smithy, "length trait"), of which those beyond U+FFFF are two of .NET's.
        foreach (var violation in Length.Violations(text.Length - text.Count(char.IsLowSurrogate))) yield return violation;
        if (_form?.Value.IsMatch(text) == false) yield return Form;
        if (_values?.Contains(text, StringComparer.Ordinal) == false) yield return Choice;
    }

    /// <summary>The whole rule in the words of AWS's front end, as it says what each text of a list should be.</summary>
    public override string ToString()
    {
        var parts = Length.Bounds().ToList();
        if (_pattern is not null) parts.Add(Form);
        if (_values is not null) parts.Add(Choice);
        return $"[{string.Join(", ", parts)}]";
    }

    private string Form => $"Member must satisfy regular expression pattern: {_pattern}";

    private string Choice => $"Member must satisfy enum value set: [{string.Join(", ", _values!)}]";
}
