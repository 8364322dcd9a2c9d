using System.IO;
using CustomLabels.Text;

namespace CustomLabels.Guards;

/// <summary>Where a guard has its files, and what the system knows it by. It looks after one folder of leases, and its files are in there.</summary>
/// <param name="LeaseFolder">The full path of the folder of leases.</param>
internal sealed record GuardPlace(string LeaseFolder)
{
    private const int NameLength = 8;

    /// <summary>That of a folder of leases.</summary>
    /// <param name="path">The folder's full path; null for the usual one.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: the environment's is not a full path, or this account has no home.</exception>
    public static GuardPlace Of(string? path)
    {
        // The same folder has the same guard, however it is written.
        var full = Path.GetFullPath(Leases.LeaseFolder.Find(path));
        return new GuardPlace(full.Length > Path.GetPathRoot(full)!.Length ? full.TrimEnd(Path.DirectorySeparatorChar) : full);
    }

    /// <summary>The folder of its files.</summary>
    public string Folder => Path.Combine(LeaseFolder, "guard");

    /// <summary>The script that the system runs.</summary>
    public string Script => Path.Combine(Folder, "guard.ps1");

    /// <summary>What the last pass saw.</summary>
    public string Pass => Path.Combine(Folder, "pass.json");

    /// <summary>What the system knows it by: each folder of leases has a guard of its own.</summary>
    public string Name => $"customlabels-guard-{ShortHash.Of(LeaseFolder).Substring(0, NameLength)}";
}
