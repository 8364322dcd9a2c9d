using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using CustomLabels.Images;
using Microsoft.PowerShell.Commands;

namespace CustomLabels.Binding;

/// <summary>Finds in the file system what a PowerShell user's path names: from the session's location, on any of its drives.</summary>
/// <remarks>On the pipeline's thread only. .NET's own current directory is never used.</remarks>
internal static class PathResolver
{
    /// <summary>The absolute path of a path that is taken as it is.</summary>
    /// <param name="session">The session whose drives and location count.</param>
    /// <param name="path">The path.</param>
    /// <param name="unusable">The error of a path on a drive of another kind, or that the session can't resolve: why, as a sentence, is given.</param>
    public static string FullPath(SessionState session, string path, Func<string, Exception> unusable)
    {
        try
        {
            return Literal(session, path, unusable);
        }
        catch (Exception exception) when (IsOfPath(exception))
        {
            throw unusable(exception.Message);
        }
    }

    /// <summary>As <see cref="FullPath"/>; what the session can't resolve is the session's own exception.</summary>
    public static string Literal(SessionState session, string path, Func<string, Exception> unusable)
    {
        if (path.Length > FilePath.MaxLength) throw unusable(string.Format(CultureInfo.InvariantCulture, "It has {0:N0} characters, more than the path of any file.", path.Length));
        // The session knows these only while its location is in the file system.
        if (FilePath.HasPrefix(path) || IsWithBackslash(path)) return path;
        var full = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        RequireFileSystem(provider, unusable);
        return full;
    }

    /// <summary>The absolute paths of what a path with wildcards names: the file or folder of that very name, where there is one, else whatever it matches.</summary>
    /// <param name="session">The session.</param>
    /// <param name="path">The path. Without wildcards it names one file, which need not be there; backticks before wildcard characters are taken away.</param>
    /// <param name="isPattern">Whether it was taken for a pattern.</param>
    /// <param name="unusable">The error of a path on a drive of another kind; what the session can't resolve is the session's own exception.</param>
    /// <returns>Nothing where a pattern matches nothing.</returns>
    public static IReadOnlyList<string> Matching(SessionState session, string path, out bool isPattern, Func<string, Exception> unusable)
    {
        isPattern = false;
        var hasWildcards = WildcardPattern.ContainsWildcardCharacters(path);
        if ((hasWildcards || WildcardPattern.Unescape(path) != path) && IsTaken(session, path, out var full)) return [full];
        // Tab completion writes a[1].jpg as a`[1`].jpg, which holds no wildcard and names no file as it stands.
        if (!hasWildcards || IsOnlyPrefix(path)) return [Literal(session, WildcardPattern.Unescape(path), unusable)];
        isPattern = true;
        return Expand(session, OfFolder(session, FilePath.Plain(path)), unusable);
    }

    /// <summary>Whether a text is a pattern: brackets that aren't closed make it none.</summary>
    /// <param name="path">The text.</param>
    public static bool IsPattern(string path)
    {
        try
        {
            _ = WildcardPattern.Get(path, WildcardOptions.None).IsMatch("");
            return true;
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }

    /// <summary>Whether the session has a drive of this name.</summary>
    /// <param name="session">The session.</param>
    /// <param name="name">The name, without a colon.</param>
    public static bool HasDrive(SessionState session, string name)
    {
        try
        {
            // Not all of them: to list a machine's drives may wait for its network's.
            return session.Drive.Get(name) is not null;
        }
        catch (System.Management.Automation.DriveNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether an exception says that a path can't be resolved.</summary>
    /// <param name="exception">What was met.</param>
    public static bool IsOfPath(Exception exception) => exception is SessionStateException or WildcardPatternException or ProviderInvocationException or NotSupportedException
        or PSInvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException;

    private static Collection<string> Expand(SessionState session, string path, Func<string, Exception> unusable)
    {
        try
        {
            var files = session.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            RequireFileSystem(provider, unusable);
            return files;
        }
        catch (Exception exception) when (exception is ItemNotFoundException or WildcardPatternException)
        {
            // The folder of the pattern is not there, or the text is not a pattern.
            return [];
        }
    }

    private static bool IsTaken(SessionState session, string path, [NotNullWhen(true)] out string? full)
    {
        full = null;
        try
        {
            full = Literal(session, path, static _ => new NotSupportedException());
            return FilePath.IsTaken(full);
        }
        catch (Exception exception) when (IsOfPath(exception))
        {
            return false;
        }
    }

    /// <summary>A pattern, with the folder before it taken as it stands where there is one of that name: in line[1]/*.jpg only the star is a wildcard.</summary>
    private static string OfFolder(SessionState session, string pattern)
    {
        for (var end = pattern.Length; (end = pattern.LastIndexOfAny(['/', '\\'], end - 1)) > 0;)
        {
            var folder = pattern.Substring(0, end);
            if (WildcardPattern.ContainsWildcardCharacters(folder) && IsTaken(session, folder, out _)) return WildcardPattern.Escape(folder) + pattern.Substring(end);
        }

        return pattern;
    }

    // A character of a name as any other but on Windows; the session takes it for a separator everywhere.
    private static bool IsWithBackslash(string path) => Path.DirectorySeparatorChar == '/' && path.StartsWith("/", StringComparison.Ordinal) && path.IndexOfAny(['\\']) >= 0 && FilePath.IsTaken(path);

    // The question mark of \\?\ is not a wildcard.
    private static bool IsOnlyPrefix(string path) => FilePath.HasPrefix(path) && !WildcardPattern.ContainsWildcardCharacters(path.Substring(4));

    // The session resolves env:PATH and HKLM:\ too, without an error.
    private static void RequireFileSystem(ProviderInfo provider, Func<string, Exception> unusable)
    {
        if (!typeof(FileSystemProvider).IsAssignableFrom(provider.ImplementingType)) throw unusable($"It is on the {provider.Name} drive, not in the file system.");
    }
}
