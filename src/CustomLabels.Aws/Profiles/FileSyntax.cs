using System;
using System.Collections.Generic;

namespace CustomLabels.Aws.Profiles;

/// <summary>Reads the text of a shared AWS file into its sections: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html.</summary>
/// <remarks>It passes AWS's own cases for all its SDKs. What those leave open is read as the AWS CLI reads it: a comment may be indented, and so may a whole section.
/// Nothing throws: a broken line is the fault of its section, which other sections need not pay for.</remarks>
internal sealed class FileSyntax
{
    private readonly List<FileSection> _sections = [new FileSection(header: null)];
    private string? _property;
    private bool _hasParts;
    private int _indent;
    private int _line;

    private FileSyntax()
    {
    }

    private FileSection Section => _sections[_sections.Count - 1];

    /// <summary>The sections of a text, as they stand there; the first is what stands before all headers.</summary>
    public static IReadOnlyList<FileSection> Read(string text)
    {
        var syntax = new FileSyntax();
        foreach (var line in text.Split('\n')) syntax.Add(line.TrimEnd());
        return syntax._sections;
    }

    /// <summary>The properties within a value: those of <c>rekognition</c> in a <c>services</c> section.</summary>
    public static Dictionary<string, string> Parts(string value)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in value.Split('\n'))
        {
            if (Split(line) is ({ Length: > 0 } name, { } part)) parts[name] = part;
        }

        return parts;
    }

    private void Add(string line)
    {
        _line++;
        var text = line.TrimStart();
        if (text is "" or ['#' or ';', ..]) return;
        var indent = line.Length - text.Length;
        if (_property is not null && indent > _indent) Continue(text);
        else if (text[0] is '[') Begin(text);
        else Define(text, indent);
    }

    private void Begin(string text)
    {
        _sections.Add(new FileSection(SectionHeader.Parse(text, out var isWhole)));
        _property = null;
        if (!isWhole) Section.Blame(_line, "Profile definition must end with ']'");
    }

    private void Define(string text, int indent)
    {
        (_property, _indent) = (null, indent);
        if (Section.Header is null)
        {
            Section.Blame(_line, "Expected a profile definition");
            return;
        }

        var (name, value) = Split(WithoutComment(text));
        if (value is null)
        {
            Section.Blame(_line, indent > 0 ? "Expected a property definition, found continuation" : "Expected an '=' sign defining a property");
        }
        else if (name.Length == 0)
        {
            Section.Blame(_line, "Property did not have a name");
        }
        else
        {
            // What follows an invalid name belongs to it, and is passed over with it.
            (_property, _hasParts) = (name, value.Length == 0);
            if (SectionHeader.IsName(name)) Section.Properties[name] = value;
        }
    }

    private void Continue(string text)
    {
        if (_hasParts && Split(text) is var (name, value))
        {
            if (value is null) Section.Blame(_line, "Expected an '=' sign defining a sub-property");
            else if (name.Length == 0) Section.Blame(_line, "Sub-property did not have a name");
        }

        if (Section.Properties.TryGetValue(_property!, out var before)) Section.Properties[_property!] = $"{before}\n{text}";
    }

    private static (string Name, string? Value) Split(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? ("", null) : (text.Substring(0, equals).Trim().ToLowerInvariant(), text.Substring(equals + 1).Trim());
    }

    // Without a blank before it, the sign is part of the value.
    private static string WithoutComment(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '#' or ';' && text[i - 1] is ' ' or '\t') return text.Substring(0, i);
        }

        return text;
    }
}
