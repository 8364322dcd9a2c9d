using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Local.Settings;

/// <summary>Reads keys and values as people write them, in a PowerShell hashtable or in JSON; what is null is as good as absent.</summary>
/// <remarks>One value stands for a list of one, and texts for the numbers in them, with a point before decimals.</remarks>
internal sealed class SettingReader
{
    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _what;
    private readonly string _option;

    /// <summary>Takes the settings.</summary>
    /// <param name="settings">Keys and values.</param>
    /// <param name="what">What they describe, with its article, for errors.</param>
    /// <param name="option">The option that takes them, for errors.</param>
    /// <param name="allowed">The keys there are.</param>
    /// <exception cref="LocalOptionException">There is another key, or one twice.</exception>
    public SettingReader(IDictionary settings, string what, string option, params string[] allowed)
    {
        if (settings is null) throw new ArgumentNullException(nameof(settings));
        _what = what;
        _option = option;
        foreach (DictionaryEntry setting in settings)
        {
            var key = Convert.ToString(setting.Key, CultureInfo.InvariantCulture) ?? "";
            if (!allowed.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new LocalOptionException($"'{VisibleText.Of(key)}' is not a key of {what}. Allowed: {string.Join(", ", allowed)}.", option);
            if (_values.ContainsKey(key)) throw new LocalOptionException($"The key '{key}' of {what} is there twice.", option);
            if (setting.Value is { } value) _values.Add(key, value);
        }
    }

    /// <summary>A text.</summary>
    public string? Text(string key) => Value(key) is { } value ? TextOf(key, value) : null;

    /// <summary>A number.</summary>
    public double? Number(string key) => Value(key) is { } value ? NumberOf(key, value) : null;

    /// <summary>A whole number.</summary>
    public int? Whole(string key) => Value(key) is { } value ? WholeOf(key, value) : null;

    /// <summary>A time: a TimeSpan, or seconds.</summary>
    public TimeSpan? Duration(string key) => Value(key) switch
    {
        null => null,
        TimeSpan span => span,
        var seconds when NumberOf(key, seconds) is >= 0 and <= 3600 and var number => TimeSpan.FromSeconds(number),
        var other => throw Wrong(key, other, "seconds, 0 to 3600"),
    };

    /// <summary>Texts.</summary>
    public IReadOnlyList<string> Texts(string key) => List(key).Select(value => TextOf(key, value)).ToArray();

    /// <summary>Whole numbers.</summary>
    public IReadOnlyList<int> Wholes(string key) => List(key).Select(value => WholeOf(key, value)).ToArray();

    /// <summary>Settings within the settings.</summary>
    public IReadOnlyList<IDictionary> Structures(string key) =>
        List(key).Select(value => value as IDictionary ?? throw Wrong(key, value, "a list of keys with values")).ToArray();

    private object? Value(string key) => _values.TryGetValue(key, out var value) ? value : null;

    private IEnumerable<object> List(string key) => Value(key) switch
    {
        null => [],
        IList list => list.Cast<object>(),
        var one => [one],
    };

    private string TextOf(string key, object value) => value as string ?? throw Wrong(key, value, "a text");

    private int WholeOf(string key, object value)
    {
        var number = NumberOf(key, value);
        return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Wrong(key, value, "a whole number");
    }

    private double NumberOf(string key, object value) => value switch
    {
        double or float or decimal or int or long or short or byte => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Wrong(key, value, "a number, such as 0.5"),
    };

    private LocalOptionException Wrong(string key, object value, string wanted) =>
        new($"{key} of {_what} is '{VisibleText.Of(Convert.ToString(value, CultureInfo.InvariantCulture))}' and has to be {wanted}.", _option);
}
