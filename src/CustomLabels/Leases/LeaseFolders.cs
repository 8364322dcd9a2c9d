using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Models;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>The folder of leases that a command is given with -LeasePath, or else the usual one.</summary>
internal static class LeaseFolders
{
    /// <summary>The folder's full path; null for the usual one.</summary>
    /// <exception cref="CustomLabelsException">The path is impossible.</exception>
    public static string? FullPath(PSCmdlet cmdlet, string? path) =>
        path is null ? null : PathResolver.FullPath(cmdlet.SessionState, path, reason => new CustomLabelsException(InputErrors.PathUnusable("LeasePath", path, reason)));

    /// <summary>The folder to write to. Warns where locks may not hold.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: then nothing may be started.</exception>
    public static LeaseStore Open(PSCmdlet cmdlet, string? path)
    {
        var store = LeaseStore.Open(FullPath(cmdlet, path), new SystemClock());
        if (store.IsOnNetwork) cmdlet.WriteWarning(LeaseErrors.OnNetwork(store.Folder));
        return store;
    }
}
