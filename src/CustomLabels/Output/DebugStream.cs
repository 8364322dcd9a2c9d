using System.Globalization;
using System.Management.Automation;

namespace CustomLabels.Output;

/// <summary>Whether debug lines of a command are seen, by -Debug or $DebugPreference: PowerShell drops the others, after they have been paid for.</summary>
internal static class DebugStream
{
    /// <summary>Writes a verbose line. Beside -Debug alone it is a debug line: PowerShell would stop at each with "Continue with this operation?".</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="text">The line.</param>
    public static void WriteVerboseLine(this PSCmdlet cmdlet, string text)
    {
        var bound = cmdlet.MyInvocation.BoundParameters;
        if (bound.TryGetValue("Debug", out var given) && LanguagePrimitives.IsTrue(given) && !bound.ContainsKey("Verbose")) cmdlet.WriteDebug(text);
        else cmdlet.WriteVerbose(text);
    }

    /// <summary>Whether what the command writes to the debug stream comes out.</summary>
    /// <param name="cmdlet">The command.</param>
    public static bool IsShown(PSCmdlet cmdlet)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("Debug", out var given)) return LanguagePrimitives.IsTrue(given);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(cmdlet.GetVariableValue("DebugPreference"), CultureInfo.InvariantCulture, out var preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
