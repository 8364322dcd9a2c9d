using System;
using System.IO;
using Amazon;
using Amazon.Runtime.CredentialManagement;

namespace CustomLabels.Aws.Settings;

/// <summary>Where the shared AWS files are, whether they are there or not.</summary>
/// <param name="Credentials">Full path of the credentials file.</param>
/// <param name="Config">Path of the config file.</param>
/// <param name="IsNamedInVain">Whether AWS_SHARED_CREDENTIALS_FILE names a credentials file that is not there.</param>
internal sealed record SharedFiles(string Credentials, string Config, bool IsNamedInVain)
{
    /// <summary>What to say about a file that is named in vain, at the end of a clause; nothing otherwise.</summary>
    public string Missing => IsNamedInVain ? $"; {Credentials}, which AWS_SHARED_CREDENTIALS_FILE names, is not there" : "";

    /// <summary>The files of a location: a credentials file, with the file <c>config</c> beside it; null means the usual places.</summary>
    public static SharedFiles At(string? location)
    {
        var given = FirstGiven(location, AWSConfigs.AWSProfilesLocation);
        var variable = FirstGiven(Environment.GetEnvironmentVariable(SharedCredentialsFile.SharedCredentialsFileEnvVar));
        var credentials = Path.GetFullPath(given ?? variable ?? InHome("credentials"));
        return new SharedFiles(credentials, ConfigBeside(given is null ? null : credentials), given is null && variable is not null && !File.Exists(credentials));
    }

    // As the SDK for credentials: the variable, else the file beside the credentials.
    private static string ConfigBeside(string? credentials) =>
        FirstGiven(Environment.GetEnvironmentVariable(SharedCredentialsFile.SharedConfigFileEnvVar))
        ?? (credentials is null ? InHome("config") : Path.Combine(Path.GetDirectoryName(credentials)!, "config"));

    private static string InHome(string file) => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", file);

    private static string? FirstGiven(params string?[] paths) => Array.Find(paths, path => !string.IsNullOrEmpty(path));
}
