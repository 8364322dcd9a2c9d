using System;
using System.IO;
using System.Linq;
using CustomLabels.Files;

namespace CustomLabels.Leases;

/// <summary>The folder of leases: this user's, on this machine.</summary>
internal static class LeaseFolder
{
    /// <summary>The environment variable that moves it.</summary>
    public const string Variable = "CUSTOMLABELS_LEASE_PATH";

    private const uint OwnerOnly = 0x1C0;

    private static readonly string[] NetworkFormats = ["nfs", "nfs4", "cifs", "smb", "smb2", "smbfs", "afpfs", "webdav", "9p", "fuse.sshfs", "afs", "ceph", "lustre", "gfs", "gfs2", "ocfs2", "novell", "vboxsf"];

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    /// <summary>Where it is, or would be.</summary>
    /// <param name="path">The full path that was given; null for the environment's, or else the usual one.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: the environment's is not a full path, or this account has no home.</exception>
    public static string Find(string? path)
    {
        if (path is not null) return path;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return IsFull(named) ? Path.GetFullPath(named) : throw new CustomLabelsException(LeaseErrors.WriteFailed(named, $"the environment variable {Variable} is no full path."));

        var state = IsWindows ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) : UnixState();
        return state.Length > 0 ? Path.Combine(state, "CustomLabels", "leases") : throw new CustomLabelsException(LeaseErrors.WriteFailed("~", "this account has no home folder."));
    }

    /// <summary>Makes the folder where it isn't there, for its owner alone.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
#if NET
        if (IsWindows) Directory.CreateDirectory(folder);
        else if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#else
        Directory.CreateDirectory(folder);
        if (!IsWindows) UnixFile.SetMode(folder, OwnerOnly);
#endif
    }

    /// <summary>What keeps the folder from being trusted; null when nothing does.</summary>
    /// <exception cref="IOException">It can't be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public static string? Distrust(string folder)
    {
        if (File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint)) return "it is a link";
        if (IsWindows) return FolderOwner.Distrust(folder);
#if NET
        return UnixFile.Distrust(folder, isFolder: true);
#else
        return null;
#endif
    }

    /// <summary>Whether it lies on a file system of the network.</summary>
    public static bool IsOnNetwork(string folder)
    {
        try
        {
            var drive = new DriveInfo(IsWindows ? Path.GetPathRoot(folder)! : folder);
            return drive.DriveType == DriveType.Network || NetworkFormats.Contains(drive.DriveFormat, StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // A share without a letter is no drive.
            return IsWindows && folder.StartsWith(@"\\", StringComparison.Ordinal);
        }
    }

    // XDG Base Directory Specification: what isn't absolute doesn't count. macOS has a place of its own.
    private static string UnixState()
    {
        var home = Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } set && IsFull(set) ? set : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && IsFull(state)) return state;
        if (home.Length == 0) return "";
        var mac = Path.Combine(home, "Library", "Application Support");
        return Directory.Exists("/System/Library") && Directory.Exists(mac) ? mac : Path.Combine(home, ".local", "state");
    }

    private static bool IsFull(string path) => Path.IsPathRooted(path) && (!IsWindows || path.StartsWith(@"\\", StringComparison.Ordinal) || (path.Length > 2 && path[1] == ':'));
}
