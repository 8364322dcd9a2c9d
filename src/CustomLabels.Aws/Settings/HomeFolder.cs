using System;

namespace CustomLabels.Aws.Settings;

/// <summary>The home folder of the account, where its files of AWS are.</summary>
/// <remarks>Everything that is read from a home folder asks here. A path below a home that is not there would be relative: it would name a file of the folder that
/// the process happens to stand in, which anybody may have written, and a credential_process in it would be run.</remarks>
internal static class HomeFolder
{
    /// <summary>Whether this is Windows.</summary>
    public static bool IsWindows => Environment.OSVersion.Platform == PlatformID.Win32NT;

    /// <summary>Full path of the folder, whether it is there or not; null when the account has none.</summary>
    /// <remarks><c>HOME</c>, on Windows <c>USERPROFILE</c>, as it is given; else what the system knows of the account. A relative one does not count.</remarks>
    public static string? Path
    {
        get
        {
            var given = Environment.GetEnvironmentVariable(IsWindows ? "USERPROFILE" : "HOME");
            // By itself .NET gives "" in place of a folder that is not there.
            var home = string.IsNullOrEmpty(given) ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify) : given;
            return IsFull(home!) ? home : null;
        }
    }

    /// <summary>A file or folder in the home folder; null when there is no home.</summary>
    public static string? Find(params string[] parts) => Path is { } home ? System.IO.Path.Combine([home, .. parts]) : null;

    /// <summary>Whether a path names the same file wherever the process stands. On Windows, <c>C:x</c> and <c>\x</c> don't.</summary>
    public static bool IsFull(string path) => IsWindows
        ? path.Length > 2 && ((path[1] is ':' && path[2] is '\\' or '/') || (path[0] is '\\' or '/' && path[1] is '\\' or '/'))
        : path.Length > 0 && path[0] is '/';

    /// <summary>A path of a setting, with the home folder in the place of a <c>~</c> at its beginning, as a shell reads it.</summary>
    /// <exception cref="CustomLabelsException">It begins with <c>~</c>, and the account has no home.</exception>
    public static string Expand(Setting path)
    {
        if (path.Value is not ['~'] and not ['~', '/' or '\\', ..] || (path.Value.Length > 1 && path.Value[1] is '\\' && !IsWindows)) return path.Value;
        return Path is { } home
            ? System.IO.Path.Combine(home, path.Value.Substring(1).TrimStart('/', '\\'))
            : throw SettingErrors.Invalid($"{path.Source} is '{VisibleText.Of(path.Value)}', and this account has no home folder.", "Give the full path, or set HOME (USERPROFILE on Windows) to a full path.");
    }
}
