using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;

namespace CustomLabels.Local.Operations;

/// <summary>Checks a request against its model and refuses it with every violation at once, in the words of AWS's front end.</summary>
internal sealed class Constraints
{
    private readonly List<string> _violations = new();

    /// <summary>A required member.</summary>
    public void Required(bool isPresent, string member)
    {
        if (!isPresent) Violated("null", member, "Member must not be null");
    }

    /// <summary>The ARN of a model version, required.</summary>
    public void ProjectVersionArn(string? value)
    {
        const string Member = "projectVersionArn";
        Required(value is not null, Member);
        Length(value, Member, Arns.ProjectVersionArn.MinLength, Arns.ProjectVersionArn.MaxLength);
        Pattern(value, Member, Arns.ProjectVersionArn.Form, Arns.ProjectVersionArn.ModelPattern);
    }

    /// <summary>The ARN of anything that has tags, required.</summary>
    public void ResourceArn(string? value)
    {
        Required(value is not null, "resourceArn");
        Length(value, "resourceArn", 20, 2048);
    }

    /// <summary>A string's length in characters.</summary>
    public void Length(string? value, string member, int min, int max)
    {
        if (value is not null) Length(value.Length, $"'{value}'", member, min, max);
    }

    /// <summary>A blob's length in bytes.</summary>
    public void Length(ArraySegment<byte>? value, string member, int min, int max)
    {
        if (value is null) return;

        // The front end is written in Java and prints the blob, not its length.
        var length = value.Value.Count;
        var found = FormattableString.Invariant($"'java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]'");
        Length(length, found, member, min, max);
    }

    /// <summary>A string's form.</summary>
    /// <param name="value">The string.</param>
    /// <param name="member">Its member.</param>
    /// <param name="pattern">What it is checked with.</param>
    /// <param name="modelPattern">The same as the service's model writes it.</param>
    public void Pattern(string? value, string member, Regex pattern, string modelPattern)
    {
        if (value is not null && !pattern.IsMatch(value)) Violated($"'{value}'", member, $"Member must satisfy regular expression pattern: {modelPattern}");
    }

    /// <summary>The least value of an integer.</summary>
    public void AtLeast(int? value, string member, int min)
    {
        if (value < min) Violated($"'{Invariant(value)}'", member, $"Member must have value greater than or equal to {Invariant(min)}");
    }

    /// <summary>The range of an integer.</summary>
    public void Range(int? value, string member, int min, int max)
    {
        AtLeast(value, member, min);
        if (value > max) Violated($"'{Invariant(value)}'", member, $"Member must have value less than or equal to {Invariant(max)}");
    }

    /// <summary>The length of a list, and each of its texts.</summary>
    public void List(IReadOnlyList<string?>? values, string member, int min, int max, TextConstraint each)
    {
        if (values is null) return;
        var found = $"'[{string.Join(", ", values)}]'";
        Length(values.Count, found, member, min, max);
        if (!values.All(each.IsMet)) Violated(found, member, $"Member must satisfy constraint: {each}");
    }

    /// <summary>The size of a map, and each of its keys and values.</summary>
    public void Map(IReadOnlyDictionary<string, string?>? map, string member, int min, int max, TextConstraint key, TextConstraint value)
    {
        if (map is null) return;
        var found = $"'{{{string.Join(", ", map.Select(entry => $"{entry.Key}={entry.Value}"))}}}'";
        Length(map.Count, found, member, min, max);
        if (!map.Keys.All(key.IsMet)) Violated(found, member, $"Map keys must satisfy constraint: {key}");
        if (!map.Values.All(value.IsMet)) Violated(found, member, $"Map value must satisfy constraint: {value}");
    }

    /// <summary>The range of a float.</summary>
    public void Range(double? value, string member, int min, int max)
    {
        if (value is not { } number) return;
        var found = $"'{number.ToString("0.0################", CultureInfo.InvariantCulture)}'";
        if (number > max) Violated(found, member, $"Member must have value less than or equal to {Invariant(max)}");
        else if (!(number >= min)) Violated(found, member, $"Member must have value greater than or equal to {Invariant(min)}");
    }

    /// <summary>Refuses the request if anything was violated.</summary>
    /// <exception cref="ServiceException"><c>ValidationException</c>.</exception>
    public void Check()
    {
        if (_violations.Count == 0) return;
        var errors = _violations.Count == 1 ? "error" : "errors";
        throw new ServiceException("ValidationException", $"{Invariant(_violations.Count)} validation {errors} detected: {string.Join("; ", _violations)}");
    }

    private void Length(int length, string found, string member, int min, int max)
    {
        if (length < min) Violated(found, member, $"Member must have length greater than or equal to {Invariant(min)}");
        if (length > max) Violated(found, member, $"Member must have length less than or equal to {Invariant(max)}");
    }

    private void Violated(string value, string member, string constraint) => _violations.Add($"Value {value} at '{member}' failed to satisfy constraint: {constraint}");

    private static string Invariant(int? number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
