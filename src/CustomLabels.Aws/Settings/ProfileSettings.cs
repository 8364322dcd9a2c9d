using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Aws.Profiles;

namespace CustomLabels.Aws.Settings;

/// <summary>What the shared AWS files say of one profile, as it is written there; a profile that is not there says nothing.</summary>
/// <remarks>By a reader of our own: the SDK's passes over a whole section for one line that it can't take, and in silence. A profile that asked for the FIPS endpoint
/// then got the public one.</remarks>
internal sealed class ProfileSettings
{
    private readonly ProfileFiles _files;
    private readonly Section? _profile;

    /// <summary>A profile of files that have been read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="files">The files.</param>
    /// <param name="profile">What it says; null when it is not there.</param>
    public ProfileSettings(string name, ProfileFiles files, Section? profile)
    {
        Name = name;
        _files = files;
        _profile = profile;
    }

    /// <summary>The profile's name.</summary>
    public string Name { get; }

    /// <summary>Whether there is such a profile.</summary>
    public bool IsThere => _profile is not null;

    /// <summary>What is wrong with the profile; of one that is not there, with a file that it may have been in. Null when nothing is.</summary>
    public string? Fault => _profile is null ? _files.Fault : _profile.Fault;

    /// <summary>What is wrong with a file as a whole, whichever profile it has; null when nothing is.</summary>
    public string? FileFault => _files.Fault;

    /// <summary>What is wrong elsewhere in the files, which the profile need not mind.</summary>
    public IEnumerable<string> PassedOver => _files.Faults;

    /// <summary>A profile of a credentials file, with the file <c>config</c> beside it; null means the usual places.</summary>
    /// <exception cref="CustomLabelsException">There can't be such a file.</exception>
    public static ProfileSettings Read(string name, string? location)
    {
        try
        {
            var files = SharedFiles.At(location).Read();
            return new ProfileSettings(name, files, files.Find(name));
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            throw SharedFileErrors.PlaceUnusable(e);
        }
    }

    /// <summary>A property; null when it is absent or empty.</summary>
    /// <exception cref="CustomLabelsException">It has a control character in it.</exception>
    public Setting? Find(string property) => Find(_profile, property, $"profile '{VisibleText.Of(Name)}'");

    /// <summary>A property that may go on over several lines; null when it is absent or empty.</summary>
    public string? FindText(string property) =>
        _profile?.Properties.TryGetValue(property, out var found) == true && found.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The file that a property stands in; null when it is absent.</summary>
    public string? FileOf(string property) => _profile?.Properties.TryGetValue(property, out var found) == true ? found.File : null;

    /// <summary>A property of a service in the section <c>services</c> that the profile names.</summary>
    /// <param name="service">The service as it stands there: <c>rekognition</c>, <c>sso_oidc</c>.</param>
    /// <param name="property">The property.</param>
    /// <exception cref="CustomLabelsException">There is no such section, or it is broken.</exception>
    public Setting? FindOfService(string service, string property)
    {
        if (Find("services") is not { } services)
            return null;

        var name = VisibleText.Of(services.Value);
        if (!_files.Services.TryGetValue(services.Value, out var section))
            throw SettingErrors.Invalid($"{services.Source} names '{name}', and the config file has no such section [services …].", "Add the section, or take the line out of the profile.");
        if (section.Fault is { } fault)
            throw SharedFileErrors.Unusable(fault);

        return section.Properties.TryGetValue(service, out var found) && FileSyntax.Parts(found.Value).TryGetValue(property, out var value)
            ? Setting.Read(value, $"{property} of {service} in the section 'services {name}' of {found.File}")
            : null;
    }

    /// <summary>A property of the section <c>sso-session</c> that the profile names, else of the profile.</summary>
    /// <exception cref="CustomLabelsException">The section is broken.</exception>
    public Setting? FindOfSignOn(string property)
    {
        if (Find("sso_session") is not { } session || !_files.SsoSessions.TryGetValue(session.Value, out var section))
            return Find(property);
        if (section.Fault is { } fault)
            throw SharedFileErrors.Unusable(fault);

        return Find(section, property, $"the section 'sso-session {VisibleText.Of(session.Value)}'") ?? Find(property);
    }

    private static Setting? Find(Section? section, string property, string whose) =>
        section?.Properties.TryGetValue(property, out var found) == true ? Setting.Read(found.Value, $"{property} of {whose} in {found.File}") : null;
}
