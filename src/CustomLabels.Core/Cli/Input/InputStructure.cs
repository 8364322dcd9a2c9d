using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CustomLabels.Cli.Output;

namespace CustomLabels.Cli.Input;

/// <summary>The members of a structure, each of the type that it should be.</summary>
internal sealed class InputStructure
{
    private readonly string _source;
    private readonly string? _path;
    private readonly IReadOnlyDictionary<string, InputValue> _members;

    /// <summary>Checks that a value is a structure, and that its members are known.</summary>
    /// <param name="source">Where the input is, for messages.</param>
    /// <param name="path">The value's member path; null for the whole input.</param>
    /// <param name="value">The value.</param>
    /// <param name="known">The members that it may have.</param>
    /// <exception cref="CustomLabelsException">It is another type, or has another member.</exception>
    public InputStructure(string source, string? path, InputValue value, params string[] known)
    {
        (_source, _path, _members) = (source, path, value.Members);
        if (value.Kind != InputKind.Map) throw Wrong(path ?? "the input", value, $"a structure of {string.Join(", ", known)}");
        if (_members.Keys.FirstOrDefault(name => Array.IndexOf(known, name) < 0) is { } unknown)
            throw new CustomLabelsException(CliInputErrors.Unknown(source, PathOf(InputValue.Shown(unknown)), path ?? "the input", known));
    }

    /// <summary>A structure within; null where it isn't given.</summary>
    public InputStructure? Structure(string member, params string[] known) =>
        _members.TryGetValue(member, out var value) ? new InputStructure(_source, PathOf(member), value, known) : null;

    /// <summary>A text; null where it isn't given.</summary>
    public string? Text(string member) => !_members.TryGetValue(member, out var value) ? null : value.Kind == InputKind.Text ? value.Written : throw Wrong(PathOf(member), value, "text");

    /// <summary>A number from 0 to 100; null where it isn't given.</summary>
    public double? Percent(string member)
    {
        if (!_members.TryGetValue(member, out var value)) return null;
        return value.Kind is InputKind.Whole or InputKind.Real && value.Number is >= 0 and <= 100 ? value.Number : throw Wrong(PathOf(member), value, "a number from 0 to 100");
    }

    /// <summary>A whole number, 0 or more; null where it isn't given.</summary>
    public int? Count(string member)
    {
        if (!_members.TryGetValue(member, out var value)) return null;
        return value.Kind == InputKind.Whole && value.Number is >= 0 and <= int.MaxValue
            ? (int)value.Number
            : throw Wrong(PathOf(member), value, string.Format(CultureInfo.InvariantCulture, "a whole number from 0 to {0}", int.MaxValue));
    }

    /// <summary>Bytes, in the format that text holds them in; null where they aren't given.</summary>
    public byte[]? Bytes(string member, CliBinaryFormat format)
    {
        if (!_members.TryGetValue(member, out var value)) return null;
        if (value.Kind == InputKind.Binary) return value.Bytes.ToArray();
        if (value.Kind != InputKind.Text) throw Wrong(PathOf(member), value, format == CliBinaryFormat.Base64 ? "base64 text" : "text");
        if (format == CliBinaryFormat.RawInBase64Out) return System.Text.Encoding.UTF8.GetBytes(value.Written);
        try
        {
            return Convert.FromBase64String(value.Written);
        }
        catch (FormatException)
        {
            throw Wrong(PathOf(member), value, "base64 text, unless -CliBinaryFormat is RawInBase64Out,");
        }
    }

    private string PathOf(string member) => _path is null ? member : $"{_path}.{member}";

    private CustomLabelsException Wrong(string path, InputValue found, string allowed) => new(CliInputErrors.Wrong(_source, path, found.Describe(), allowed));
}
