using System;
using System.Globalization;

namespace CustomLabels.Aws.Settings;

/// <summary>A setting that was found, and where, for people.</summary>
internal sealed record Setting(string Value, string Source)
{
    /// <summary>The environment's, else the profile's; null when neither has it. An empty variable is none, as for the AWS CLI.</summary>
    public static Setting? Find(string variable, ProfileSettings profile, string property) => FindInEnvironment(variable) ?? profile.Find(property);

    public static Setting? FindInEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? new Setting(value, $"The environment variable {variable}") : null;

    /// <summary>Whether it is switched on.</summary>
    /// <exception cref="DetectionException">It is neither true nor false: a FIPS endpoint that was asked for with "yes" must not be passed over.</exception>
    public bool IsTrue() => bool.TryParse(Value, out var value) ? value : throw Refused("true or false");

    /// <summary>The number.</summary>
    /// <exception cref="DetectionException">It is not a whole number from 1 up.</exception>
    public int ToCount() =>
        int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 ? count : throw Refused("a whole number from 1 up");

    private DetectionException Refused(string allowed) =>
        SettingErrors.Invalid($"{Source} is '{VisibleText.Of(Value)}'; {allowed} is allowed.", "Correct it or take it away.");
}
