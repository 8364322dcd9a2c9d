using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CustomLabels.Api.Transport;
using static System.FormattableString;

namespace CustomLabels.Api.Constraints;

/// <summary>Checks a request against the service's model and refuses it with every violation at once, in the words of AWS's front end.</summary>
internal sealed class ConstraintCheck
{
    private readonly List<string> _violations = [];

    /// <summary>A required member.</summary>
    public void Required(string member, bool isPresent)
    {
        if (!isPresent) AddViolation("null", member, "Member must not be null");
    }

    /// <summary>A text.</summary>
    public void Text(string member, string? value, TextRule rule)
    {
        if (value is not null) AddViolation($"'{value}'", member, rule.Violations(value));
    }

    /// <summary>An integer.</summary>
    public void Whole(string member, long? value, NumberRule rule)
    {
        if (value is { } number) AddViolation(Invariant($"'{number}'"), member, rule.Violations(number));
    }

    /// <summary>A float.</summary>
    public void Float(string member, double? value, NumberRule rule)
    {
        if (value is { } number) AddViolation($"'{number.ToString("0.0################", CultureInfo.InvariantCulture)}'", member, rule.Violations(number));
    }

    /// <summary>A blob, by its length in bytes.</summary>
    public void Blob(string member, int? length, LengthRule rule)
    {
        // The front end is written in Java and prints the blob, not its length.
        if (length is { } bytes) AddViolation(Invariant($"'java.nio.HeapByteBuffer[pos=0 lim={bytes} cap={bytes}]'"), member, rule.Violations(bytes));
    }

    /// <summary>A list of texts.</summary>
    public void Texts(string member, IReadOnlyList<string?>? values, TextListRule rule)
    {
        if (values is null) return;
        var found = $"'[{string.Join(", ", values)}]'";
        AddViolation(found, member, rule.Length.Violations(values.Count));
        if (!values.All(rule.Each.IsMet)) AddViolation(found, member, $"Member must satisfy constraint: {rule.Each}");
    }

    /// <summary>A map of texts.</summary>
    public void Map(string member, IReadOnlyDictionary<string, string?>? map, TextMapRule rule)
    {
        if (map is null) return;
        var found = $"'{{{string.Join(", ", map.Select(entry => $"{entry.Key}={entry.Value}"))}}}'";
        AddViolation(found, member, rule.Length.Violations(map.Count));
        if (!map.Keys.All(rule.Key.IsMet)) AddViolation(found, member, $"Map keys must satisfy constraint: {rule.Key}");
        if (!map.Values.All(rule.Value.IsMet)) AddViolation(found, member, $"Map value must satisfy constraint: {rule.Value}");
    }

    /// <summary>A list of structures.</summary>
    /// <param name="member">The list.</param>
    /// <param name="values">Its structures.</param>
    /// <param name="rule">How many there may be; null for any number.</param>
    /// <param name="check">Checks one of them: its members' names begin with what it is given.</param>
    public void Structures<T>(string member, IReadOnlyList<T?>? values, LengthRule? rule, Action<T, string, ConstraintCheck> check)
        where T : class
    {
        if (values is null) return;
        if (rule is not null) AddViolation($"'[{string.Join(", ", values)}]'", member, rule.Violations(values.Count));
        for (var i = 0; i < values.Count; i++)
        {
            var at = Invariant($"{member}.{i + 1}.member");
            Required(at, values[i] is not null);
            if (values[i] is { } value) check(value, at + ".", this);
        }
    }

    /// <summary>Refuses the request if anything was violated.</summary>
    /// <exception cref="ServiceException"><c>ValidationException</c>.</exception>
    public void ThrowIfViolated()
    {
        if (_violations.Count == 0) return;
        var errors = _violations.Count == 1 ? "error" : "errors";
        throw new ServiceException("ValidationException", Invariant($"{_violations.Count} validation {errors} detected: {string.Join("; ", _violations)}"));
    }

    private void AddViolation(string value, string member, IEnumerable<string> constraints)
    {
        foreach (var constraint in constraints) AddViolation(value, member, constraint);
    }

    private void AddViolation(string value, string member, string constraint) => _violations.Add($"Value {value} at '{member}' failed to satisfy constraint: {constraint}");
}
