using System;
using System.Linq;

namespace CustomLabels.Images;

/// <summary>How Windows reads a path: which names are devices, and which ways of writing mean one file.</summary>
/// <remarks>
/// Rules alone: no file is asked, because asking for a pipe's attributes connects to it. Sources: Microsoft Learn, "Naming Files, Paths, and Namespaces"
/// and "File path formats on Windows systems".
/// </remarks>
internal static class WindowsPath
{
    // \\?\ and \??\ are taken literally by Windows, \\.\ is tidied first.
    private static readonly string[] Prefixes = [@"\\?\", @"\??\", @"\\.\"];

    // What a server keeps for pipes and mailslots, under the name of a share.
    private static readonly string[] DeviceShares = ["pipe", "mailslot", "IPC$"];

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    private static readonly char[] EndsOfStem = ['.', ':'];

    /// <summary>Whether a path begins with <c>\\?\</c>, <c>\??\</c> or <c>\\.\</c>: it is absolute then, whatever the current drive.</summary>
    /// <param name="path">Any path.</param>
    public static bool HasPrefix(string path) => Prefix(path) is not null;

    /// <summary>Whether a path names a device or a pipe: <c>NUL</c>, also with an extension and in any folder; <c>\\.\pipe\name</c>; <c>\\server\pipe\name</c>.
    /// <c>\\.\C:\a.jpg</c> and <c>\\?\C:\a.jpg</c> are files, and so is <c>\\?\C:\NUL</c>, to which no rule about names applies.</summary>
    /// <param name="path">Any path.</param>
    public static bool NamesDevice(string path)
    {
        var text = path.Replace('/', '\\');
        if (Prefix(path) is null) return text.StartsWith(@"\\", StringComparison.Ordinal) ? IsOnDeviceShare(text.Substring(2)) : IsReserved(NameOf(text));
        var rest = text.Substring(4);
        // Windows would climb out of \\.\C:\ with it.
        if (rest.Split('\\').Contains("..", StringComparer.Ordinal)) return true;
        return StartsWith(rest, @"UNC\") ? IsOnDeviceShare(rest.Substring(4)) : !IsOnVolume(rest);
    }

    /// <summary>The path without its prefix, where that means the same file: <c>\\?\C:\a.jpg</c> is <c>C:\a.jpg</c>, <c>\\?\UNC\server\share\a.jpg</c> is
    /// <c>\\server\share\a.jpg</c>. All else is given back as it is: without the prefix, <c>\\?\C:\a.</c> would lose its last dot.</summary>
    /// <param name="path">An absolute path.</param>
    public static string Plain(string path)
    {
        if (Prefix(path) is not { } prefix) return path;
        var isLiteral = prefix != @"\\.\" && path.StartsWith(prefix, StringComparison.Ordinal);
        var rest = isLiteral ? path.Substring(4) : path.Substring(4).Replace('/', '\\');
        var isUnc = StartsWith(rest, @"UNC\");
        var plain = isUnc ? @"\\" + rest.Substring(4) : rest;
        if (!isUnc && !HasDrive(rest) || NamesDevice(path) || isLiteral && !IsTidy(plain)) return path;
        return plain;
    }

    private static string? Prefix(string path)
    {
        if (path.Length < 4) return null;
        var start = path.Substring(0, 4).Replace('/', '\\');
        return Array.Find(Prefixes, prefix => string.Equals(prefix, start, StringComparison.Ordinal));
    }

    private static bool HasDrive(string rest) => rest.Length >= 3 && rest[0] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') && rest[1] == ':' && rest[2] == '\\';

    // C: alone, without a backslash, is the disk itself. Shadow copies, which backups read, are reached by GLOBALROOT.
    private static bool IsOnVolume(string rest)
    {
        if (HasDrive(rest)) return true;
        var volume = StartsWith(rest, @"GLOBALROOT\Device\") ? rest.Substring(18) : rest;
        return volume.IndexOf('\\') > 0 && (StartsWith(volume, "HarddiskVolume") || StartsWith(volume, "Volume{"));
    }

    private static bool IsOnDeviceShare(string serverAndShare) =>
        serverAndShare.Split('\\') is [_, var share, ..] && DeviceShares.Contains(share, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(string text)
    {
        var start = text.LastIndexOf('\\') + 1;
        // C:NUL, relative to the drive's own folder.
        return start == 0 && text.Length > 1 && text[1] == ':' ? text.Substring(2) : text.Substring(start);
    }

    // "NUL", "nul.tar.gz", "NUL .jpg", "NUL:" and "NUL..." are one device.
    private static bool IsReserved(string name)
    {
        var end = name.IndexOfAny(EndsOfStem);
        var stem = (end < 0 ? name : name.Substring(0, end)).TrimEnd(' ');
        if (Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)) return true;
        return stem.Length == 4 && (StartsWith(stem, "COM") || StartsWith(stem, "LPT")) && stem[3] is (>= '1' and <= '9') or '¹' or '²' or '³';
    }

    private static bool IsTidy(string plain) => plain.IndexOf('/') < 0 && !IsReserved(NameOf(plain)) && Array.TrueForAll(
        plain.Split('\\'), part => part.Length == 0 || part[part.Length - 1] is not ('.' or ' '));

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
