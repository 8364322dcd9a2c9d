using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Aws.Profiles;

/// <summary>What the config and the credentials file say together.</summary>
internal sealed class ProfileFiles
{
    private const string Default = "default";

    private readonly Dictionary<string, Section> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _unusual = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _ssoSessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _services = new(StringComparer.Ordinal);
    private readonly List<string> _configNames = [];
    private readonly List<string> _credentialsNames = [];
    private readonly List<string> _unnamed = [];
    private readonly ProfileFile[] _files;

    /// <summary>Merges two files. A value of the credentials file counts more.</summary>
    public ProfileFiles(ProfileFile config, ProfileFile credentials)
    {
        _files = [config, credentials];
        var isDefaultPrefixed = config.Sections.Any(static section => section.Header is { Words: ["profile", Default] });
        foreach (var section in Headed(config)) AddOfConfig(section, config.Path, isDefaultPrefixed);
        foreach (var section in Headed(credentials)) AddOfCredentials(section, credentials.Path);
    }

    /// <summary>The profiles that every SDK of AWS takes.</summary>
    public IReadOnlyDictionary<string, Section> Profiles => _profiles;

    /// <summary>The sections <c>sso-session</c>.</summary>
    public IReadOnlyDictionary<string, Section> SsoSessions => _ssoSessions;

    /// <summary>The sections <c>services</c>.</summary>
    public IReadOnlyDictionary<string, Section> Services => _services;

    /// <summary>Why a file as a whole can't be used: it can't be read, or has lines before its first section. Null when all files can be used.</summary>
    public string? Fault => _files.Select(static file => file.Fault).FirstOrDefault(static fault => fault is not null);

    /// <summary>Everything that is wrong, wherever it is, with file and line.</summary>
    public IEnumerable<string> Faults =>
        _files.Select(static file => file.Fault)
            .Concat(new[] { _profiles, _unusual, _ssoSessions, _services }.SelectMany(static sections => sections.Values).Select(static section => section.Fault))
            .Concat(_unnamed)
            .OfType<string>();

    /// <summary>The names of the profiles: those of the credentials file first, then as they stand there.</summary>
    public IReadOnlyList<string> Names => _credentialsNames.Concat(_configNames).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>A profile; null when there is none of that name.</summary>
    /// <remarks>Also one with a name that AWS's SDKs pass over and the AWS CLI takes: it writes <c>[north yard]</c> into the credentials file. A command that names it means it.</remarks>
    public Section? Find(string name) => _profiles.TryGetValue(name, out var profile) || _unusual.TryGetValue(name, out profile) ? profile : null;

    private static IEnumerable<FileSection> Headed(ProfileFile file) => file.Sections.Where(static section => section.Header is not null);

    private void AddOfConfig(FileSection section, string file, bool isDefaultPrefixed)
    {
        switch (section.Header)
        {
            // Where the default profile has the word before its name, the one without it does not count.
            case { Words: [Default] } when !isDefaultPrefixed:
                _configNames.Add(Default);
                Add(_profiles, Default, section, file);
                break;
            case { Words: ["profile", var name] } header:
                _configNames.Add(name);
                Add(header.IsValid ? _profiles : _unusual, name, section, file);
                break;
            default:
                AddOther(section, file);
                break;
        }
    }

    private void AddOfCredentials(FileSection section, string file)
    {
        switch (section.Header)
        {
            case { Words: ["profile" or "sso-session" or "services", _] }:
                AddOther(section, file);
                break;
            case { Name: var name } header:
                _credentialsNames.Add(name);
                // Without quotes, a name with blanks stands in quotes in the config file, where aws configure writes both.
                Add(header.IsSingle || _profiles.ContainsKey(name) ? _profiles : _unusual, name, section, file);
                break;
        }
    }

    private void AddOther(FileSection section, string file)
    {
        switch (section.Header)
        {
            case { Words: ["sso-session", var name] }:
                Add(_ssoSessions, name, section, file);
                break;
            case { Words: ["services", var name] }:
                Add(_services, name, section, file);
                break;
            default:
                if (section.Fault is { } fault) _unnamed.Add(ProfileFile.Describe(fault, file));
                break;
        }
    }

    private static void Add(Dictionary<string, Section> sections, string name, FileSection part, string file)
    {
        if (!sections.TryGetValue(name, out var section)) sections[name] = section = new Section();
        section.Add(part, file);
    }
}
