using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Local.Http;

/// <summary>Header fields in their order. Names are compared without case.</summary>
internal sealed class HttpHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _fields = new();

    /// <summary>The first field of the name; null without one.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var field in _fields)
            {
                if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase)) return field.Value;
            }

            return null;
        }
    }

    /// <summary>Every field of the name.</summary>
    public IEnumerable<string> All(string name)
    {
        foreach (var field in _fields)
        {
            if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase)) yield return field.Value;
        }
    }

    /// <summary>Whether a field that holds a comma-separated list has the token.</summary>
    public bool HasToken(string name, string token) => All(name)
        .SelectMany(value => value.Split(','))
        .Any(part => string.Equals(part.Trim(), token, StringComparison.OrdinalIgnoreCase));

    public void Add(string name, string value) => _fields.Add(new KeyValuePair<string, string>(name, value));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
