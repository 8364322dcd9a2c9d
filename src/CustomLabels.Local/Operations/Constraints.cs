using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using CustomLabels.Service;

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

    /// <summary>A string's length in characters.</summary>
    public void Length(string? value, string member, int min, int max)
    {
        if (value is not null) Length(value.Length, $"'{value}'", member, min, max);
    }

    /// <summary>A blob's length in bytes.</summary>
    public void Length(ArraySegment<byte>? value, string member, int min, int max)
    {
        // The front end is written in Java and prints the blob, not its length.
        if (value is { Count: var length }) Length(length, FormattableString.Invariant($"'java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]'"), member, min, max);
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
