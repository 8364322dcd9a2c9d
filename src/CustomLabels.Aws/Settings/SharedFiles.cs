using System;
using System.IO;
using CustomLabels.Aws.Profiles;

namespace CustomLabels.Aws.Settings;

/// <summary>Where the shared AWS files are, whether they are there or not.</summary>
/// <param name="Credentials">Full path of the credentials file; null when nothing names one and there is no home folder.</param>
/// <param name="Config">Full path of the config file; null likewise.</param>
/// <param name="IsNamedInVain">Whether AWS_SHARED_CREDENTIALS_FILE names a credentials file that is not there.</param>
internal sealed record SharedFiles(string? Credentials, string? Config, bool IsNamedInVain)
{
    /// <summary>What to say about a file that is named in vain, at the end of a clause; nothing otherwise.</summary>
    public string Missing => IsNamedInVain ? $"; {Credentials}, which AWS_SHARED_CREDENTIALS_FILE names, is not there" : "";

    /// <summary>The files of a location: a credentials file, with the file <c>config</c> beside it; null means the usual places.</summary>
    /// <exception cref="CustomLabelsException">A variable begins with <c>~</c>, and there is no home folder.</exception>
    public static SharedFiles At(string? location)
    {
        var variable = Full("AWS_SHARED_CREDENTIALS_FILE");
        var credentials = location is null ? variable ?? HomeFolder.Find(".aws", "credentials") : Path.GetFullPath(location);
        var config = Full("AWS_CONFIG_FILE") ?? (location is null ? HomeFolder.Find(".aws", "config") : Path.Combine(Path.GetDirectoryName(credentials)!, "config"));
        return new SharedFiles(credentials, config, location is null && variable is not null && !File.Exists(variable));
    }

    /// <summary>What they say.</summary>
    public ProfileFiles Read() => new(Read(Config, "config"), Read(Credentials, "credentials"));

    private static ProfileFile Read(string? path, string name) => path is null ? ProfileFile.Parse(name, "") : ProfileFile.Read(path);

    // What a variable names is the user's own choice, so it may be relative.
    private static string? Full(string variable) => Setting.FindInEnvironment(variable) is { } path ? Path.GetFullPath(HomeFolder.Expand(path)) : null;
}
