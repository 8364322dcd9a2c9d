using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>What a journal keeps of a -Tag: what JSON has as it is, one level of names and values, and everything else as text.</summary>
/// <remarks>On the pipeline's thread, because a property of an object may be a script.</remarks>
internal static class PlainTag
{
    /// <summary>The plain value of a tag.</summary>
    public static object? Of(object? tag) => tag switch
    {
        PSObject { BaseObject: PSCustomObject } custom => custom.Properties.Select(property => new KeyValuePair<string, object?>(property.Name, ValueOf(property))).ToArray(),
        PSObject wrapped => Of(wrapped.BaseObject),
        IDictionary names => names.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, object?>(Text(entry.Key), Value(entry.Value))).ToArray(),
        _ => Value(tag),
    };

    /// <summary>A tag out of a journal, as PowerShell has such objects.</summary>
    public static object? Restore(object? tag)
    {
        if (tag is not IEnumerable<KeyValuePair<string, object?>> members) return tag;
        var custom = new PSObject();
        // Hand-written JSON may have a name twice; the last one counts, as it does for ConvertFrom-Json.
        foreach (var member in members)
        {
            // A property has a name.
            var name = member.Key.Length > 0 ? member.Key : "_";
            custom.Properties.Remove(name);
            custom.Properties.Add(new PSNoteProperty(name, member.Value));
        }

        return custom;
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return Value(property.Value);
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private static object? Value(object? value) => value switch
    {
        PSObject wrapped => Value(wrapped.BaseObject),
        null => null,
        Enum name => name.ToString(),
        bool truth => truth,
        int or long or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        decimal or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double real when !double.IsNaN(real) && !double.IsInfinity(real) => real,
        float real when !float.IsNaN(real) && !float.IsInfinity(real) => InvariantNumber.Of(real),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        var other => Text(other),
    };

    private static string Text(object value) =>
        LanguagePrimitives.TryConvertTo<string>(value, CultureInfo.InvariantCulture, out var text) ? text : value.ToString() ?? "";
}
