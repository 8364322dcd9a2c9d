using System;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Aws.Settings;

/// <summary>A setting that was found, and where, for people.</summary>
internal sealed record Setting(string Value, string Source)
{
    /// <summary>The environment's, else the profile's; null when neither has it. An empty variable counts as not set, as for the AWS CLI.</summary>
    /// <exception cref="CustomLabelsException">It has a control character in it.</exception>
    public static Setting? Find(string variable, ProfileSettings profile, string property) => FindInEnvironment(variable) ?? profile.Find(property);

    /// <summary>A variable of the environment; null when it is not there, or has nothing but blanks.</summary>
    /// <exception cref="CustomLabelsException">It has a control character in it.</exception>
    public static Setting? FindInEnvironment(string variable) => Read(Environment.GetEnvironmentVariable(variable), $"The environment variable {variable}");

    /// <summary>A value from outside, without the blanks and line ends at its ends; null when nothing else is there.</summary>
    /// <remarks>A line end within a value would be the end of a header on the wire, and what follows it another header.</remarks>
    /// <exception cref="CustomLabelsException">It has a control character in it.</exception>
    public static Setting? Read(string? value, string source)
    {
        if (value?.Trim() is not { Length: > 0 } trimmed) return null;
        Check(trimmed, source);
        return new Setting(trimmed, source);
    }

    /// <summary>Refuses a value that can't be sent; it is not shown.</summary>
    /// <exception cref="CustomLabelsException">It has a control character in it.</exception>
    public static void Check(string value, string source)
    {
        if (value.Any(char.IsControl)) throw SettingErrors.Invalid($"{source} has a control character in it, such as a line end or a tab.", "Correct it or take it away.");
    }

    /// <summary>Whether it is switched on.</summary>
    /// <exception cref="CustomLabelsException">It is neither true nor false: a FIPS endpoint that was asked for with "yes" must not be passed over.</exception>
    public bool IsTrue() => bool.TryParse(Value, out var value) ? value : throw Refused("true or false");

    /// <summary>The number.</summary>
    /// <exception cref="CustomLabelsException">It is not a whole number from 1 up.</exception>
    public int ToCount() =>
        int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 ? count : throw Refused("a whole number from 1 up");

    private CustomLabelsException Refused(string allowed) =>
        SettingErrors.Invalid($"{Source} is '{VisibleText.Of(Value)}'; {allowed} is allowed.", "Correct it or take it away.");
}
