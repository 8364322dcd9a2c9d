using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>All parameters of a connection, in one list: the settings of a command, what Tab must know, and the name of a connection in a cache are made of it.</summary>
internal static class ConnectionParameters
{
    /// <summary>An object of credentials. It becomes a part of the settings last: whether it counts depends on the others.</summary>
    public const string Credential = "Credential";

    /// <summary>Every parameter.</summary>
    public static readonly IReadOnlyList<ConnectionParameter> All =
    [
        Text("ProfileName", ["AWSProfileName", "StoredCredentials"], static (settings, value) => settings with { ProfileName = value }),
        File("ProfileLocation", ["AWSProfilesLocation", "ProfilesLocation"], static (settings, value) => settings with { ProfileLocation = value }),
        Text("AccessKey", ["AK"], static (settings, value) => settings with { AccessKey = value }) with { IsSecret = true },
        Text("SecretKey", ["SK", "SecretAccessKey"], static (settings, value) => settings with { SecretKey = value }) with { IsSecret = true },
        Text("SessionToken", ["ST"], static (settings, value) => settings with { SessionToken = value }) with { IsSecret = true },
        new(Credential, [], static values => values[Credential], static (settings, _) => settings) { IsSecret = true },
        Switch("NoSignRequest", [], static (settings, value) => settings with { NoSignRequest = value }),
        Text("Region", [], static (settings, value) => settings with { Region = value }),
        Value<Uri>("EndpointUrl", [], static (settings, value) => settings with { EndpointUrl = value }),
        Switch("SkipCertificateCheck", ["NoVerifySsl"], static (settings, value) => settings with { SkipCertificateCheck = value }),
        File("CABundle", [], static (settings, value) => settings with { CABundle = value }),
        Value<TimeSpan?>("ConnectTimeout", [], static (settings, value) => settings with { ConnectTimeout = value }) with { DecidesWho = false },
        Value<TimeSpan?>("ReadTimeout", [], static (settings, value) => settings with { ReadTimeout = value }) with { DecidesWho = false },
        Value<int?>("MaxAttempts", [], static (settings, value) => settings with { MaxAttempts = value }) with { DecidesWho = false },
    ];

    /// <summary>Those that decide which endpoint is asked, and with which credentials.</summary>
    public static IEnumerable<ConnectionParameter> DecidingWho => All.Where(parameter => parameter.DecidesWho);

    private static ConnectionParameter Text(string name, string[] aliases, Func<ConnectionSettings, string, ConnectionSettings> set) => Value(name, aliases, set);

    private static ConnectionParameter File(string name, string[] aliases, Func<ConnectionSettings, string, ConnectionSettings> set) => new(
        name, aliases,
        values => values[name] is { } path ? values.FullPath(name, LanguagePrimitives.ConvertTo<string>(path)) : null,
        (settings, value) => set(settings, (string)value));

    private static ConnectionParameter Switch(string name, string[] aliases, Func<ConnectionSettings, bool, ConnectionSettings> set) => new(
        name, aliases, values => LanguagePrimitives.IsTrue(values[name]), (settings, value) => set(settings, (bool)value));

    private static ConnectionParameter Value<T>(string name, string[] aliases, Func<ConnectionSettings, T, ConnectionSettings> set) => new(
        name, aliases, values => values[name] is { } value ? LanguagePrimitives.ConvertTo<T>(value) : null, (settings, value) => set(settings, (T)value));
}
