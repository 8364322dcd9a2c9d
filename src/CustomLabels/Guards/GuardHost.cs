using System;
using System.IO;
using System.Management.Automation;

namespace CustomLabels.Guards;

/// <summary>The PowerShell and the module of this session, as files that another process can start with.</summary>
internal static class GuardHost
{
    private const string Manifest = "CustomLabels.psd1";

#if NET
    private static readonly string Name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
#else
    private const string Name = "powershell.exe";
#endif

    /// <summary>The program of this PowerShell.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.GuardUnavailable"/>: another program has loaded PowerShell.</exception>
    public static string Shell(PSCmdlet cmdlet, GuardKind kind)
    {
        var beside = Path.Combine((string)cmdlet.GetVariableValue("PSHOME"), Name);
        if (File.Exists(beside)) return beside;
#if NET
        // That of a .NET tool stands elsewhere.
        if (Environment.ProcessPath is { } process && string.Equals(Path.GetFileName(process), Name, StringComparison.OrdinalIgnoreCase)) return process;
#endif
        throw new CustomLabelsException(GuardErrors.Unavailable(kind, $"this session is not of a {Name} that could be started again."));
    }

    /// <summary>The module's manifest.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.GuardUnavailable"/>: the assembly was loaded without the module's files.</exception>
    public static string Module(GuardKind kind)
    {
        // The assembly is one or two folders below it: what is compiled beforehand has a folder of its own.
        for (var folder = Path.GetDirectoryName(typeof(GuardHost).Assembly.Location); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Manifest))) return Path.Combine(folder, Manifest);
        }

        throw new CustomLabelsException(GuardErrors.Unavailable(kind, $"this module has no {Manifest} that could be imported again."));
    }
}
