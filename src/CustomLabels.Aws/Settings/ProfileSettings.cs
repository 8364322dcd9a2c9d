using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal.Util;
using CustomLabels.Aws.Credentials;
using CustomLabels.Service;

namespace CustomLabels.Aws.Settings;

/// <summary>What the shared AWS files say of one profile, as it is written there; a profile that is not there says nothing.</summary>
/// <remarks>The SDK's parser, but not its profiles: where it can't take one value (a retry mode it doesn't know) the whole profile is not there for it, and some
/// settings (ca_bundle) it doesn't know at all.</remarks>
internal sealed class ProfileSettings
{
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);
    private readonly string _name;
    private readonly ProfileIniFile? _config;

    private ProfileSettings(string name, string? location)
    {
        _name = name;
        var files = SharedFiles.At(location);
        _config = Open(files.Config, profileMarkerRequired: true);

        // The credentials file wins, as it does for the AWS CLI.
        Add(_config);
        Add(Open(files.Credentials, profileMarkerRequired: false));
    }

    /// <summary>The profile of the settings, else of AWS_PROFILE, else <c>default</c>.</summary>
    /// <exception cref="DetectionException">The files can't be read.</exception>
    public static ProfileSettings Of(ConnectionSettings settings) => Read(settings.ProfileName ?? NamedProfile.DefaultName, settings.ProfileLocation);

    /// <summary>A profile of a credentials file, with the file <c>config</c> beside it; null means the usual places.</summary>
    /// <exception cref="DetectionException">The files can't be read.</exception>
    public static ProfileSettings Read(string name, string? location)
    {
        try
        {
            return new ProfileSettings(name, location);
        }
        catch (Exception e) when (e is not DetectionException)
        {
            throw CredentialErrors.SettingsUnusable(e);
        }
    }

    /// <summary>The profiles that there are, those of the credentials file first.</summary>
    /// <exception cref="DetectionException">The files can't be read.</exception>
    public static IReadOnlyList<string> Names(string? location)
    {
        try
        {
            var files = SharedFiles.At(location);
            var (credentials, config) = (Open(files.Credentials, profileMarkerRequired: false), Open(files.Config, profileMarkerRequired: true));
            var names = (credentials?.ListSectionNames() ?? []).Concat(config?.ListSectionNames() ?? []);
            return (config?.TryGetSection(SharedCredentialsFile.DefaultProfileName, out _) == true ? names.Append(SharedCredentialsFile.DefaultProfileName) : names)
                .Distinct(StringComparer.Ordinal).ToArray();
        }
        catch (Exception e) when (e is not DetectionException)
        {
            throw CredentialErrors.SettingsUnusable(e);
        }
    }

    /// <summary>Whether there is such a profile.</summary>
    public bool IsThere { get; private set; }

    /// <summary>A property; null when it is absent or empty.</summary>
    public Setting? Find(string property) =>
        _properties.TryGetValue(property, out var value) && value.Length > 0 ? new Setting(value, $"{property} of profile '{VisibleText.Of(_name)}'") : null;

    /// <summary>A property of one service in the section <c>services</c> that the profile names.</summary>
    /// <param name="service">The service's id in lower case.</param>
    /// <param name="property">The property.</param>
    /// <exception cref="DetectionException">There is no such section.</exception>
    public Setting? FindOfService(string service, string property)
    {
        if (Find("services") is not { } services)
            return null;

        if (_config is null || !_config.TryGetSection(services.Value, isSsoSession: false, isServicesSection: true, out _, out var nested))
            throw SettingErrors.Invalid($"{services.Source} names '{VisibleText.Of(services.Value)}', and the config file has no such section [services …].", "Add the section, or take the line out of the profile.");

        return nested is not null && nested.TryGetValue(service, out var settings) && settings.TryGetValue(property, out var value) && value.Length > 0
            ? new Setting(value, $"{property} of {service} in the section 'services {VisibleText.Of(services.Value)}'")
            : null;
    }

    /// <summary>A property of the section <c>sso-session</c> that the profile names.</summary>
    public Setting? FindOfSsoSession(string property) =>
        Find("sso_session") is { } session && _config is not null
            && _config.TryGetSection(session.Value, isSsoSession: true, isServicesSection: false, out var properties, out _)
            && properties.TryGetValue(property, out var value) && value.Length > 0
            ? new Setting(value, $"{property} of the section 'sso-session {VisibleText.Of(session.Value)}'")
            : null;

    private static ProfileIniFile? Open(string path, bool profileMarkerRequired) => File.Exists(path) ? new ProfileIniFile(path, profileMarkerRequired) : null;

    private void Add(ProfileIniFile? file)
    {
        if (file is null || !(file.TryGetSection(_name, isSsoSession: false, isServicesSection: false, out var properties, out _) || IsDefaultOf(file, out properties)))
            return;

        IsThere = true;
        foreach (var property in properties)
            _properties[property.Key] = property.Value;
    }

    // In the config file every profile but this one has the word "profile" before its name.
    private bool IsDefaultOf(ProfileIniFile file, out Dictionary<string, string> properties)
    {
        properties = [];
        return string.Equals(_name, SharedCredentialsFile.DefaultProfileName, StringComparison.Ordinal) && file.TryGetSection(_name, out properties);
    }
}
