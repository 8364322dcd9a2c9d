using System;
using System.IO;
using System.Security.AccessControl;
using System.Security.Principal;

namespace CustomLabels.Leases;

/// <summary>Whose a folder is, on Windows.</summary>
internal static class FolderOwner
{
    /// <summary>What keeps it from being trusted; null when nothing does, or its file system knows no owners.</summary>
    /// <remarks>What an administrator makes may belong to the group of administrators.</remarks>
    public static string? Distrust(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows()) return null;
#endif
        using var user = WindowsIdentity.GetCurrent();
        var owner = new DirectoryInfo(folder).GetAccessControl(AccessControlSections.Owner).GetOwner(typeof(SecurityIdentifier)) as SecurityIdentifier;
        return owner is null || owner.Value == user.User?.Value || owner.IsWellKnown(WellKnownSidType.BuiltinAdministratorsSid) || owner.IsWellKnown(WellKnownSidType.LocalSystemSid)
            ? null
            : $"it belongs to another account ({owner.Value})";
    }
}
