using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CustomLabels.Commands;

/// <summary>Asks before something is changed.</summary>
internal static class Confirmation
{
    /// <summary>Whether a change may be made. With -WhatIf it is only said, with -Confirm, and where it has a high impact, it is asked.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done to it, and what that costs.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.ConfirmationNeeded"/>: it should be asked and nobody is there.</exception>
    public static bool Given(PSCmdlet cmdlet, string target, string action)
    {
        try
        {
            return cmdlet.ShouldProcess(VisibleText.Of(target), action);
        }
        catch (Exception exception) when (exception is PSInvalidOperationException or HostException or NotImplementedException)
        {
            // What the hosts of -NonInteractive, of jobs and of services have in place of a prompt.
            throw new CustomLabelsException(InputErrors.ConfirmationNeeded(target, action), exception);
        }
    }

    /// <summary>The same for a command with -Force, which is an answer given before the question; -Confirm asks all the same, and -WhatIf only says.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="force">Whether -Force was given.</param>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done to it, and what that costs.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.ConfirmationNeeded"/>: it should be asked and nobody is there.</exception>
    public static bool Given(PSCmdlet cmdlet, bool force, string target, string action) =>
        (force && !IsOn(cmdlet, "Confirm") && !IsOn(cmdlet, "WhatIf") && !LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"))) || Given(cmdlet, target, action);

    private static bool IsOn(PSCmdlet cmdlet, string parameter) => cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && LanguagePrimitives.IsTrue(given);
}
